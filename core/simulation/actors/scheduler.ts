import type { Change } from '../../controller/change.ts';
import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import { atLeast } from '../../kubernetes/versions.ts';
import type { Machine } from '../world/machine.ts';
import { changePod } from '../world/store.ts';
import type { Task } from '../world/task.ts';
import { vary } from '../world/vary.ts';
import { lifeOf, machineOf, nextResourceVersion, schedule, type World } from '../world/world.ts';
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
export function schedulerSees(world: World, change: Change): void {
  if (change.kind === 'Pod') podChanged(world, change.before, change.after);
  else if (change.kind === 'Node') nodeChanged(world, change.before, change.after);
}

function podChanged(world: World, before: Pod | null, after: Pod | null): void {
  if (before === null && after !== null && after.nodeName === '') schedule(world, bindDelay(world, after), 'bind', after.uid);
  if (before === null) return;
  if (after === null) {
    if (world.scenario.kubelet.kind === 'fixed') retryAll(world);
    else if (before.nodeName !== '') retry(world, machineOf(world, before.nodeName));
  } else if (before.phase !== after.phase && after.nodeName !== '' && world.scenario.kubelet.kind === 'manifest') {
    retry(world, machineOf(world, after.nodeName));
  }
}

/** In the fixed world a node that is gone, tainted or labelled wakes nobody; one that is new or has lost a taint wakes all. */
function nodeChanged(world: World, before: Node | null, after: Node | null): void {
  if (after === null) return;
  if (world.scenario.kubelet.kind !== 'fixed') retry(world, machineOf(world, after.name));
  else if (before === null || after.taints.length < before.taints.length) retryAll(world);
}

function bindDelay(world: World, pod: Pod): Millis {
  const { kubelet, assumptions } = world.scenario;
  return kubelet.kind === 'fixed' ? kubelet.delays.bind : vary(world, pod.uid, 'bind', assumptions.bind);
}

function retryAll(world: World): void {
  for (const machine of world.machines.values()) retry(world, machine);
}

function retry(world: World, machine: Machine): void {
  if (machine.waiting.length === 0) return;
  for (const uid of machine.waiting.splice(0)) {
    const pod = world.pods.get(uid);
    if (pod !== undefined) schedule(world, Math.max(bindDelay(world, pod), backoffLeft(world, uid)), 'bind', uid);
  }
}

/** An unschedulable pod is not tried again before 1 s, 2 s … 10 s have gone by (scheduler's pod back-off). */
function backoffLeft(world: World, uid: string): Millis {
  if (world.scenario.kubelet.kind === 'fixed') return 0;
  const { attempts, lastAttempt } = lifeOf(world, uid);
  return lastAttempt + Math.min(1000 * 2 ** Math.min(attempts - 1, 4), 10_000) - world.now;
}

/** Task `bind`. */
export function tryToBind(world: World, task: Task): void {
  const pod = world.pods.get(task.subject);
  if (pod === undefined || pod.nodeName !== '') return;
  const node = world.nodes.get(pod.targetNode);
  const why = node === undefined ? "1 node(s) didn't satisfy plugin(s) [NodeAffinity]" : refusal(world, pod, node);
  if (why === null) {
    bind(world, pod);
    return;
  }
  putBack(world, pod);
  const helped = node !== undefined && pod.spec.priority > 0 && world.scenario.kubelet.kind === 'manifest' && preempt(world, pod, node);
  emitAboutPod(world, 'default-scheduler', pod, 'Warning', 'FailedScheduling', () => failureText(world, pod, node, why, helped));
}

/** It waits for a change that could help. */
function putBack(world: World, pod: Pod): void {
  const life = lifeOf(world, pod.uid);
  life.attempts++;
  life.lastAttempt = world.now;
  machineOf(world, pod.targetNode).waiting.push(pod.uid);
}

function bind(world: World, pod: Pod): void {
  changePod(world, pod, {
    ...pod,
    nodeName: pod.targetNode,
    containerStatuses: creatingContainers(world, pod.spec),
    resourceVersion: nextResourceVersion(world),
  });
  emitAboutPod(world, 'default-scheduler', pod, 'Normal', 'Scheduled', () => {
    return `Successfully assigned ${pod.namespace}/${pod.name} to ${pod.targetNode}`;
  });
}

/** The scheduler's own form of a refusal; `why` concerns the one node that was judged. */
function failureText(world: World, pod: Pod, node: Node | undefined, why: string, preempted: boolean): string {
  const all = world.nodes.size;
  const others = node === undefined ? all : all - 1;
  const elsewhere = others > 0 ? `${others} node(s) didn't satisfy plugin(s) [NodeAffinity]` : '';
  const reasons = [node === undefined ? '' : why, elsewhere].filter(text => text !== '').join(', ');
  const text = `0/${all} nodes are available: ${reasons || 'no nodes'}.`;
  if (preempted) return text;
  const claims = atLeast(world.scenario.kubernetesVersion, '1.36') ? ' no new claims to deallocate,' : '';
  return `${text}${claims} preemption: 0/${all} nodes are available: ${preemptionText(world, pod, node, all)}.`;
}

/** Whether taking pods away could have helped: not against a taint, a label, or a node that is too small. */
function preemptionText(world: World, pod: Pod, node: Node | undefined, all: number): string {
  const useful = node !== undefined && refusal(world, pod, node, new Set(machineOf(world, node.name).pods)) === null;
  if (!useful) return `${all} Preemption is not helpful for scheduling`;
  const victims = '1 No preemption victims found for incoming pod';
  return all > 1 ? `${victims}, ${all - 1} Preemption is not helpful for scheduling` : victims;
}
