import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { FixedDelays, FixedImage } from '../kubeletModel.ts';
import { removePod } from '../world/store.ts';
import type { Task } from '../world/task.ts';
import { lifeOf, machineOf, schedule, type World } from '../world/world.ts';
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

function begin(world: World, pod: Pod): void {
  const { delays, image } = behaviour(world, pod);
  const refused = image?.reject ?? (machineOf(world, pod.nodeName).refuses !== null ? delays.reject : null);
  if (refused !== null) later(world, pod, refused, 'reject');
  else later(world, pod, image?.start ?? delays.start, 'run');
}

function end(world: World, pod: Pod): void {
  const { delays, image } = behaviour(world, pod);
  lifeOf(world, pod.uid).token++;
  later(world, pod, image?.term ?? delays.term, 'gone');
}

/** Whatever was interrupted begins anew. */
function resume(world: World, pod: Pod): void {
  lifeOf(world, pod.uid).token++;
  if (pod.deletedAt !== null) {
    end(world, pod);
    return;
  }
  if (pod.phase === 'Pending') {
    begin(world, pod);
    return;
  }
  if (pod.phase !== 'Running') return;
  if (pod.ready?.ready === true) {
    flap(world, pod);
    return;
  }
  if (!machineOf(world, pod.nodeName).wasReady.includes(pod.uid)) waitForReady(world, pod);
}

function step(world: World, pod: Pod, task: Task): void {
  handlers[steps[task.detail] ?? 'run'](world, pod);
}

const handlers: Readonly<Record<Step, (world: World, pod: Pod) => void>> = {
  run,
  ready: turnReady,
  readyAgain: turnReady,
  unready: turnUnready,
  gone: removePod,
  reject: (world, pod) => failPod(world, pod, 'UnexpectedAdmissionError', 'Pod was rejected by the node'),
};

function turnReady(world: World, pod: Pod): void {
  writeWholePod(world, pod, 'Running', true);
  flap(world, pod);
}

function turnUnready(world: World, pod: Pod): void {
  writeWholePod(world, pod, 'Running', false);
  later(world, pod, behaviour(world, pod).image?.downFor ?? -1, 'readyAgain');
}

function run(world: World, pod: Pod): void {
  const { delays, image } = behaviour(world, pod);
  const ready = image?.ready ?? delays.ready;
  writeWholePod(world, pod, 'Running', ready === 0);
  if (ready === 0) flap(world, pod);
  else waitForReady(world, pod);
}

function waitForReady(world: World, pod: Pod): void {
  const { delays, image } = behaviour(world, pod);
  later(world, pod, image?.ready ?? delays.ready, 'ready');
}

function flap(world: World, pod: Pod): void {
  later(world, pod, behaviour(world, pod).image?.upFor ?? -1, 'unready');
}

function later(world: World, pod: Pod, delay: Millis, what: Step): void {
  if (delay >= 0) schedule(world, delay, 'podStep', pod.uid, lifeOf(world, pod.uid).token, steps.indexOf(what));
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
