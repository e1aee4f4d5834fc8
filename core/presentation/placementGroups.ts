import { placeOn } from '../controller/placement.ts';
import type { PlacementReason } from '../controller/reasons.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import { daemonPodTolerations } from '../kubernetes/taints.ts';

/** Nodes with one answer to "should it run a pod?". */
export interface PlacementGroup {
  readonly because: PlacementReason;
  readonly nodes: readonly string[];
}

/** The nodes of a cluster by placement reason, the largest group first. Nodes that differ only in the value of a label are one group. */
export function placementGroups(daemonSet: DaemonSet, nodes: readonly Node[]): PlacementGroup[] {
  const { spec } = daemonSet.spec.template;
  const tolerations = daemonPodTolerations(spec);
  const groups = new Map<string, { because: PlacementReason; nodes: string[] }>();
  for (const node of nodes) {
    const { because } = placeOn(node, spec, tolerations);
    const group = groups.get(keyOf(because));
    if (group === undefined) groups.set(keyOf(because), { because, nodes: [node.name] });
    else group.nodes.push(node.name);
  }
  return [...groups.values()].sort((a, b) => b.nodes.length - a.nodes.length);
}

function keyOf(because: PlacementReason): string {
  if (because.kind === 'taint') return `taint ${because.taint.key}=${because.taint.value}`;
  return because.kind === 'nodeSelector' ? `nodeSelector ${because.key}=${because.wanted}` : because.kind;
}
