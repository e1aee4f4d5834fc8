import type { JsonObject } from '../../../core/base/json.ts';
import { type Placement, placeOn } from '../../../core/controller/placement.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import { readDaemonSet } from '../../../core/kubernetes/objects/readDaemonSet.ts';
import { daemonPodTolerations } from '../../../core/kubernetes/taints.ts';

/** The controller's verdict on each node of a cluster; null for a manifest that it could not read. */
export function placedNodes(
  manifest: JsonObject,
  nodes: readonly Node[],
): readonly { readonly node: Node; readonly placement: Placement }[] | null {
  const read = readDaemonSet(manifest);
  if (!read.ok) return null;
  const { spec } = read.value.spec.template;
  const tolerations = daemonPodTolerations(spec);
  return nodes.map(node => ({ node, placement: placeOn(node, spec, tolerations) }));
}
