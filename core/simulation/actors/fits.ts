import { mismatchedLabel } from '../../kubernetes/nodeAffinity.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { ContainerPort, PodSpec } from '../../kubernetes/objects/podTemplate.ts';
import { firstUntolerated } from '../../kubernetes/taints.ts';
import { type PodNeeds, podNeeds } from '../world/podNeeds.ts';
import { machineOf, type World } from '../world/world.ts';

/**
 * Why the scheduler does not bind a pod to the node it is pinned to, in its own words; null: it fits.
 * Plugins in their order: TaintToleration, NodeAffinity, NodePorts, NodeResourcesFit. In the fixed world sizes and labels play no part.
 * `without`: uids of pods to be looked past.
 */
export function refusal(world: World, pod: Pod, node: Node, without: ReadonlySet<string> = noOne): string | null {
  const taint = firstUntolerated(node.taints, pod.tolerations, ({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
  if (taint !== undefined) return `1 node(s) had untolerated taint(s)`;
  const fixed = world.scenario.kubelet.kind === 'fixed';
  if (!fixed && mismatchedLabel(pod.spec.nodeSelector, node.labels) !== null) return "1 node(s) didn't match Pod's node affinity/selector";
  const needs = needsOf(world, pod.spec);
  const others = machineOf(world, node.name)
    .pods.map(uid => (without.has(uid) ? undefined : world.pods.get(uid)))
    .filter(other => other !== undefined && other.phase !== 'Failed' && other.phase !== 'Succeeded');
  const residents = others.map(other => needsOf(world, (other as Pod).spec));
  if (needs.hostPorts.length > 0 && residents.some(resident => portsClash(needs, resident)))
    return "1 node(s) didn't have free ports for the requested pod ports";
  return fixed ? null : shortage(node, needs, residents);
}

function needsOf(world: World, spec: PodSpec): PodNeeds {
  let needs = world.needs.get(spec);
  if (needs === undefined) {
    needs = podNeeds(spec);
    world.needs.set(spec, needs);
  }
  return needs;
}

const noOne: ReadonlySet<string> = new Set();

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

function shortage(node: Node, needs: PodNeeds, residents: readonly PodNeeds[]): string | null {
  const { allocatable } = node;
  const short: string[] = [];
  const used = (amount: (needs: PodNeeds) => number): number => residents.reduce((total, resident) => total + amount(resident), 0);
  if (residents.length + 1 > allocatable.pods) short.push('1 Too many pods');
  if (needs.cpuMilli > 0 && used(n => n.cpuMilli) + needs.cpuMilli > allocatable.cpuMilli) short.push('1 Insufficient cpu');
  if (needs.memoryBytes > 0 && used(n => n.memoryBytes) + needs.memoryBytes > allocatable.memoryBytes) short.push('1 Insufficient memory');
  for (const [name, wanted] of needs.extended) {
    const given = Object.hasOwn(allocatable.extended, name) ? (allocatable.extended[name] ?? 0) : 0;
    if (wanted > 0 && used(n => n.extended.get(name) ?? 0) + wanted > given) short.push(`1 Insufficient ${name}`);
  }
  return short.length === 0 ? null : short.join(', ');
}
