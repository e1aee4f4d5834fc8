import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { Container } from '../../kubernetes/objects/podTemplate.ts';
import { type ImageBehaviour, ordinaryImage } from '../kubeletModel.ts';
import { type ContainerLife, freshContainer, type PodLife } from '../world/podLife.ts';
import { scheduleFor, type World } from '../world/world.ts';

/** What can be due for one container of a pod. */
export type ContainerStep =
  | 'imageHere'
  | 'imageMissing'
  | 'pullAgain'
  | 'start'
  | 'initDone'
  | 'startupPassed'
  | 'ready'
  | 'crash'
  | 'killed'
  | 'restart';

const names: readonly ContainerStep[] = [
  'imageHere',
  'imageMissing',
  'pullAgain',
  'start',
  'initDone',
  'startupPassed',
  'ready',
  'crash',
  'killed',
  'restart',
];

/** A container's step as one number: step, container, and the container's token. */
export const containerSteps = {
  write: (step: ContainerStep, index: number, token: number): number => names.indexOf(step) + 16 * (index + 1024 * token),
  read: (detail: number): { readonly step: ContainerStep; readonly index: number; readonly token: number } => {
    const rest = Math.floor(detail / 16);
    return { step: names[detail % 16] ?? 'start', index: rest % 1024, token: Math.floor(rest / 1024) };
  },
};

/** Puts a container's step into the queue; it is void when the pod's or the container's course changes before. */
export function scheduleStep(world: World, life: PodLife, index: number, delay: Millis, step: ContainerStep): void {
  scheduleFor(world, life, delay, 'podStep', containerSteps.write(step, index, containerLife(life, index).token));
}

/** Container `index`, counted through init containers, then main ones. */
export function containerAt(pod: Pod, index: number): Container | undefined {
  const inits = pod.spec.initContainers.length;
  return index < inits ? pod.spec.initContainers[index] : pod.spec.containers[index - inits];
}

export function isInit(pod: Pod, index: number): boolean {
  return index < pod.spec.initContainers.length;
}

export function containerLife(life: PodLife, index: number): ContainerLife {
  const known = life.containers[index];
  if (known !== undefined) return known;
  const fresh = freshContainer();
  life.containers = [...life.containers, fresh];
  return life.containers.length > index ? fresh : containerLife(life, index);
}

/** What is said of an image by the scenario, or by one of its events. */
export function imageBehaviour(world: World, image: string): ImageBehaviour {
  return world.behaviours.get(image) ?? ordinaryImage;
}
