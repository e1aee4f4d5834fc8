import { mismatchedLabel } from '../../kubernetes/nodeAffinity.ts';
import type { Node, Taint } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { ContainerPort, PodSpec } from '../../kubernetes/objects/podTemplate.ts';
import { firstUntolerated } from '../../kubernetes/taints.ts';
import type { PodLife } from '../world/podLife.ts';
import { type PodNeeds, podNeeds } from '../world/podNeeds.ts';
import type { World } from '../world/world.ts';

/**
 * Why the scheduler does not bind a pod to the node it is pinned to, in its own words; null: it fits.
 * Plugins in their order: TaintToleration, NodeAffinity, NodePorts, NodeResourcesFit. In the fixed world sizes and labels play no part.
 * `others`: the pods on the node that count.
 */
export function refusal(world: World, pod: Pod, node: Node, others: readonly PodLife[]): string | null {
  if (firstUntolerated(node.taints, pod.tolerations, isForbidding) !== undefined) return '1 node(s) had untolerated taint(s)';
  const fixed = world.scenario.kubelet.kind === 'fixed';
  if (!fixed && mismatchedLabel(pod.spec.nodeSelector, node.labels) !== null) return "1 node(s) didn't match Pod's node affinity/selector";
  const needs = needsOf(world, pod.spec);
  const used = usedOn(world, needs, others);
  if (used.portsClash) return "1 node(s) didn't have free ports for the requested pod ports";
  return fixed ? null : shortage(node, needs, used);
}

function isForbidding({ effect }: Taint): boolean {
  return effect === 'NoSchedule' || effect === 'NoExecute';
}

/** What the unfinished pods on a node take; the amounts of extended resources only where the new pod asks for them. */
interface Used {
  pods: number;
  cpuMilli: number;
  memoryBytes: number;
  /** null: none that the new pod asks for. */
  extended: Map<string, number> | null;
  portsClash: boolean;
}

function usedOn(world: World, needs: PodNeeds, others: readonly PodLife[]): Used {
  const extended = needs.extended.size > 0 ? new Map<string, number>() : null;
  const used: Used = { pods: 0, cpuMilli: 0, memoryBytes: 0, extended, portsClash: false };
  for (const { pod } of others) {
    const { phase, spec } = pod;
    if (phase === 'Failed' || phase === 'Succeeded') continue;
    const taken = needsOf(world, spec);
    used.pods++;
    used.cpuMilli += taken.cpuMilli;
    used.memoryBytes += taken.memoryBytes;
    if (needs.hostPorts.length > 0 && portsClash(needs, taken)) used.portsClash = true;
    if (extended !== null) for (const [name, amount] of taken.extended) extended.set(name, (extended.get(name) ?? 0) + amount);
  }
  return used;
}

function needsOf(world: World, spec: PodSpec): PodNeeds {
  let needs = world.needs.get(spec);
  if (needs === undefined) {
    needs = podNeeds(spec);
    world.needs.set(spec, needs);
  }
  return needs;
}

function portsClash(a: PodNeeds, b: PodNeeds): boolean {
  return a.hostPorts.some(port => b.hostPorts.some(other => clash(port, other)));
}

function clash(a: ContainerPort, b: ContainerPort): boolean {
  if (a.hostPort !== b.hostPort || a.protocol !== b.protocol) return false;
  return a.hostIp === b.hostIp || isAny(a.hostIp) || isAny(b.hostIp);
}

function isAny(ip: string): boolean {
  return ip === '' || ip === '0.0.0.0';
}

function shortage({ allocatable }: Node, needs: PodNeeds, used: Used): string | null {
  const tooMany = used.pods + 1 > allocatable.pods;
  const cpu = needs.cpuMilli > 0 && used.cpuMilli + needs.cpuMilli > allocatable.cpuMilli;
  const memory = needs.memoryBytes > 0 && used.memoryBytes + needs.memoryBytes > allocatable.memoryBytes;
  if (!tooMany && !cpu && !memory && needs.extended.size === 0) return null;
  const short: string[] = [];
  if (tooMany) short.push('1 Too many pods');
  if (cpu) short.push('1 Insufficient cpu');
  if (memory) short.push('1 Insufficient memory');
  for (const [name, wanted] of needs.extended) {
    const given = Object.hasOwn(allocatable.extended, name) ? (allocatable.extended[name] ?? 0) : 0;
    if (wanted > 0 && (used.extended?.get(name) ?? 0) + wanted > given) short.push(`1 Insufficient ${name}`);
  }
  return short.length === 0 ? null : short.join(', ');
}
