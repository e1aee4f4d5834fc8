import type { Labels } from '../../kubernetes/objects/meta.ts';
import type { Node, Taint } from '../../kubernetes/objects/node.ts';
import { readNode } from '../../kubernetes/objects/readNode.ts';
import { comeUp, goDown, writeNode } from '../actors/nodeController.ts';
import type { Machine } from '../world/machine.ts';
import { putNode, removeNode } from '../world/store.ts';
import { machineOf, nextResourceVersion, nextUid, schedule, type World, wholeSeconds } from '../world/world.ts';
import { does, type Plan, type Planner, refuses } from './happening.ts';

/** A node joins, Ready from the start. A machine of that name that was there before is up again, with the pods still bound to it. */
export const addNode: Planner<'addNode'> = (world, action) => {
  const read = readNode(action.node);
  if (!read.ok) return refuses(read.problems.map(problem => problem.message).join('; '));
  if (world.nodes.has(read.value.name)) return refuses(`nodes "${read.value.name}" already exists`);
  return does(() => {
    putNode(world, { ...read.value, uid: nextUid(world), createdAt: wholeSeconds(world.now), resourceVersion: nextResourceVersion(world) });
    const machine = machineOf(world, read.value.name);
    machine.refuses = null;
    if (!machine.up) comeUp(world, machine);
  });
};

/** The Node object is deleted and its machine switched off: its pods are collected later. */
export const dropNode: Planner<'removeNode'> = (world, { node: name }) =>
  withNode(world, name, (node, machine) => {
    removeNode(world, node);
    machine.up = false;
    machine.marked = false;
    machine.token++;
    const { kubelet, assumptions } = world.scenario;
    schedule(world, kubelet.kind === 'fixed' ? kubelet.delays.podGC : assumptions.podGc, 'podGc', name);
  });

export const nodeDown: Planner<'nodeDown'> = (world, { node }) =>
  withNode(world, node, (_node, machine) => {
    if (machine.up) goDown(world, machine);
  });

export const nodeUp: Planner<'nodeUp'> = (world, { node }) =>
  withNode(world, node, (_node, machine) => {
    if (!machine.up) comeUp(world, machine);
  });

const unschedulable: Taint = { key: 'node.kubernetes.io/unschedulable', value: '', effect: 'NoSchedule' };

export const cordon: Planner<'cordon'> = (world, { node }) => withNode(world, node, present => cordonNode(world, present));

export function cordonNode(world: World, node: Node): void {
  if (!node.unschedulable) writeNode(world, { ...node, unschedulable: true, taints: withTaint(node.taints, unschedulable) });
}

export const uncordon: Planner<'uncordon'> = (world, { node }) =>
  withNode(world, node, present => {
    const taints = present.taints.filter(taint => taint.key !== unschedulable.key);
    if (present.unschedulable) writeNode(world, { ...present, unschedulable: false, taints });
  });

/** One taint a key and effect, as `kubectl taint --overwrite` leaves it. */
export const taint: Planner<'taint'> = (world, { node, taint: added }) =>
  withNode(world, node, present => writeNode(world, { ...present, taints: withTaint(present.taints, added) }));

/** An empty effect takes away every taint of the key. */
export const untaint: Planner<'untaint'> = (world, { node, key, effect }) =>
  withNode(world, node, present => {
    const taints = present.taints.filter(candidate => candidate.key !== key || (effect !== '' && candidate.effect !== effect));
    if (taints.length < present.taints.length) writeNode(world, { ...present, taints });
  });

export const label: Planner<'label'> = (world, { node, labels }) =>
  withNode(world, node, present => writeNode(world, { ...present, labels: relabelled(present.labels, labels) }));

export const rejectPods: Planner<'rejectPods'> = (world, { node }) =>
  withNode(world, node, (_node, machine) => {
    machine.refuses = { reason: 'UnexpectedAdmissionError', message: 'Pod was rejected: the node takes no pods' };
  });

export const acceptPods: Planner<'acceptPods'> = (world, { node }) =>
  withNode(world, node, (_node, machine) => {
    machine.refuses = null;
  });

export function withNode(world: World, name: string, carryOut: (node: Node, machine: Machine) => void): Plan {
  const node = world.nodes.get(name);
  return node === undefined ? refuses(`nodes "${name}" not found`) : does(() => carryOut(node, machineOf(world, name)));
}

function withTaint(taints: readonly Taint[], added: Taint): readonly Taint[] {
  return [...taints.filter(other => other.key !== added.key || other.effect !== added.effect), added];
}

/** Labels after the changes; a null value takes a label away. */
export function relabelled(labels: Labels, changes: Readonly<Record<string, string | null>>): Labels {
  const result = new Map(Object.entries(labels));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) result.delete(key);
    else result.set(key, value);
  }
  return Object.fromEntries(result);
}
