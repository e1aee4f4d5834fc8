import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { FixedDelays, FixedImage } from '../kubeletModel.ts';
import { machineOfPod, type PodLife } from '../world/podLife.ts';
import { removePod } from '../world/store.ts';
import type { Task } from '../world/task.ts';
import { scheduleFor, type World } from '../world/world.ts';
import type { Kubelet } from './kubeletKind.ts';
import { failPod, writeWholePod } from './podStatus.ts';

/**
 * The kubelet of the fixed world: every step takes its given time.
 *
 * Assumptions: delays and images are those of the scenario's kubelet model of kind `fixed`.
 * Invariants: a pod that is being deleted does not start, turn Ready or unready any more; a step takes place only while the machine is up.
 */
export const fixedKubelet: Kubelet = { begin, end, resume, step };

type Step = 'run' | 'ready' | 'unready' | 'readyAgain' | 'gone' | 'reject';
const steps: readonly Step[] = ['run', 'ready', 'unready', 'readyAgain', 'gone', 'reject'];

function begin(world: World, life: PodLife): void {
  const { delays, image } = behaviour(world, life.pod);
  const refused = image?.reject ?? (machineOfPod(life).refuses !== null ? delays.reject : null);
  if (refused !== null) later(world, life, refused, 'reject');
  else later(world, life, image?.start ?? delays.start, 'run');
}

function end(world: World, life: PodLife): void {
  const { delays, image } = behaviour(world, life.pod);
  life.token++;
  later(world, life, image?.term ?? delays.term, 'gone');
}

/** Whatever was interrupted begins anew. */
function resume(world: World, life: PodLife): void {
  const { pod } = life;
  life.token++;
  if (pod.deletedAt !== null) {
    end(world, life);
    return;
  }
  if (pod.phase === 'Pending') {
    begin(world, life);
    return;
  }
  if (pod.phase !== 'Running') return;
  if (pod.ready?.ready === true) {
    flap(world, life);
    return;
  }
  if (!machineOfPod(life).wasReady.includes(life)) waitForReady(world, life);
}

function step(world: World, life: PodLife, task: Task): void {
  handlers[steps[task.detail] ?? 'run'](world, life);
}

const handlers: Readonly<Record<Step, (world: World, life: PodLife) => void>> = {
  run,
  ready: turnReady,
  readyAgain: turnReady,
  unready: turnUnready,
  gone: removePod,
  reject: (world, life) => failPod(world, life, 'UnexpectedAdmissionError', 'Pod was rejected by the node'),
};

function turnReady(world: World, life: PodLife): void {
  writeWholePod(world, life, 'Running', true);
  flap(world, life);
}

function turnUnready(world: World, life: PodLife): void {
  writeWholePod(world, life, 'Running', false);
  later(world, life, behaviour(world, life.pod).image?.downFor ?? -1, 'readyAgain');
}

function run(world: World, life: PodLife): void {
  const { delays, image } = behaviour(world, life.pod);
  const ready = image?.ready ?? delays.ready;
  writeWholePod(world, life, 'Running', ready === 0);
  if (ready === 0) flap(world, life);
  else waitForReady(world, life);
}

function waitForReady(world: World, life: PodLife): void {
  const { delays, image } = behaviour(world, life.pod);
  later(world, life, image?.ready ?? delays.ready, 'ready');
}

function flap(world: World, life: PodLife): void {
  later(world, life, behaviour(world, life.pod).image?.upFor ?? -1, 'unready');
}

function later(world: World, life: PodLife, delay: Millis, what: Step): void {
  if (delay >= 0) scheduleFor(world, life, delay, 'podStep', steps.indexOf(what));
}

function behaviour(world: World, pod: Pod): { readonly delays: FixedDelays; readonly image: FixedImage | null } {
  const model = world.scenario.kubelet;
  const image = pod.spec.containers[0]?.image ?? '';
  if (model.kind !== 'fixed') return { delays: noDelays, image: null };
  return { delays: model.delays, image: Object.hasOwn(model.images, image) ? (model.images[image] ?? null) : null };
}

const noDelays: FixedDelays = {
  bind: 0,
  start: 0,
  ready: 0,
  term: 0,
  nodeDownNotice: 0,
  nodeUpRecover: 0,
  podGC: 0,
  ownerGC: 0,
  reject: 0,
};
