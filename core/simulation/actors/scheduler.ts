import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { Machine } from '../world/machine.ts';
import { draftOf } from '../world/podDraft.ts';
import type { PodLife } from '../world/podLife.ts';
import { changePod } from '../world/store.ts';
import type { Task } from '../world/task.ts';
import { vary } from '../world/vary.ts';
import { type Happened, machineOf, nextResourceVersion, scheduleFor, type World } from '../world/world.ts';
import { emitAboutPod } from './emit.ts';
import { refusal } from './fits.ts';
import { creatingContainers } from './podStatus.ts';
import { preempt } from './preemption.ts';

/**
 * The scheduler: binds each pod to the node its affinity pins it to, or leaves it waiting until something changes that could help.

 *
 * Assumptions: pods of DaemonSets are pinned to one node, so that only this node is judged.
 * Invariants: an unbound pod either has a `bind` task to come or is in its machine's waiting list.
 */
export function schedulerSees(world: World, happened: Happened): void {
  if (happened.kind === 'Node') nodeChanged(world, happened.before, happened.after);
  else if (happened.kind === 'Pod' && happened.life !== null) podChanged(world, happened.before, happened.after, happened.life);
}

function podChanged(world: World, before: Pod | null, after: Pod | null, life: PodLife): void {
  if (before === null) {
    if (after !== null && after.nodeName === '') scheduleFor(world, life, bindDelay(world, life), 'bind');
  } else if (after === null) {
    if (world.scenario.kubelet.kind === 'fixed') retryAll(world);
    else if (life.machine !== null) retry(world, life.machine);
  } else if (before.phase !== after.phase && life.machine !== null && world.scenario.kubelet.kind === 'manifest') {
    retry(world, life.machine);
  }
}

/** In the fixed world a node that is gone, tainted or labelled wakes nobody; one that is new or has lost a taint wakes all. */
function nodeChanged(world: World, before: Node | null, after: Node | null): void {
  if (after === null) return;
  if (world.scenario.kubelet.kind !== 'fixed') retry(world, machineOf(world, after.name));
  else if (before === null || after.taints.length < before.taints.length) retryAll(world);
}

function bindDelay(world: World, life: PodLife): Millis {
  const { kubelet, assumptions } = world.scenario;
  return kubelet.kind === 'fixed' ? kubelet.delays.bind : vary(world, life.pod.uid, assumptions.bind, 'bind');
}

function retryAll(world: World): void {
  for (const machine of world.machines.values()) retry(world, machine);
}

function retry(world: World, machine: Machine): void {
  const { waiting } = machine;
  if (waiting.length === 0) return;
  machine.waiting = [];
  for (const life of waiting) if (!life.gone) scheduleFor(world, life, Math.max(bindDelay(world, life), backoffLeft(world, life)), 'bind');
}

/** An unschedulable pod is not tried again before 1 s, 2 s … 10 s have gone by (scheduler's pod back-off). */
function backoffLeft(world: World, { attempts, lastAttempt }: PodLife): Millis {
  if (world.scenario.kubelet.kind === 'fixed') return 0;
  return lastAttempt + Math.min(1000 * 2 ** Math.min(attempts - 1, 4), 10_000) - world.now;
}

/** Task `bind`. */
export function tryToBind(world: World, { life }: Task): void {
  if (life === null || life.gone || life.machine !== null) return;
  const { pod } = life;
  const { node, pods } = machineOf(world, pod.targetNode);
  const why = node === null ? "1 node(s) didn't satisfy plugin(s) [NodeAffinity]" : refusal(world, pod, node, pods);
  if (why === null) {
    bind(world, life);
    return;
  }
  putBack(world, life);
  const helped = node !== null && pod.spec.priority > 0 && world.scenario.kubelet.kind === 'manifest' && preempt(world, pod, node);
  emitAboutPod(world, 'default-scheduler', pod, 'Warning', 'FailedScheduling', () => failureText(world, pod, node, why, helped));
}

/** It waits for a change that could help. */
function putBack(world: World, life: PodLife): void {
  life.attempts++;
  life.lastAttempt = world.now;
  const machine = machineOf(world, life.pod.targetNode);
  machine.waiting = [...machine.waiting, life];
}

function bind(world: World, life: PodLife): void {
  const after = draftOf(life.pod);
  after.nodeName = after.targetNode;
  after.containerStatuses = creatingContainers(world, after.spec);
  after.resourceVersion = nextResourceVersion(world);
  changePod(world, life, after);
  emitAboutPod(world, 'default-scheduler', after, 'Normal', 'Scheduled', assigned);
}

const assigned = (pod: Pod): string => `Successfully assigned ${pod.namespace}/${pod.name} to ${pod.targetNode}`;

/** The scheduler's own form of a refusal; `why` concerns the one node that was judged. */
function failureText(world: World, pod: Pod, node: Node | null, why: string, preempted: boolean): string {
  const all = world.nodes.size;
  const others = node === null ? all : all - 1;
  const elsewhere = others > 0 ? `${others} node(s) didn't satisfy plugin(s) [NodeAffinity]` : '';
  const reasons = [node === null ? '' : why, elsewhere].filter(text => text !== '').join(', ');
  const text = `0/${all} nodes are available: ${reasons || 'no nodes'}.`;
  if (preempted) return text;
  const claims = atLeast(world.scenario.kubernetesVersion, '1.36') ? ' no new claims to deallocate,' : '';
  return `${text}${claims} preemption: 0/${all} nodes are available: ${preemptionText(world, pod, node, all)}.`;
}

/** Whether taking pods away could have helped: not against a taint, a label, or a node that is too small. */
function preemptionText(world: World, pod: Pod, node: Node | null, all: number): string {
  const useful = node !== null && refusal(world, pod, node, []) === null;
  if (!useful) return `${all} Preemption is not helpful for scheduling`;
  const victims = '1 No preemption victims found for incoming pod';
  return all > 1 ? `${victims}, ${all - 1} Preemption is not helpful for scheduling` : victims;
}
