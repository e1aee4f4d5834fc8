import { mismatchedLabel, requiredAffinityMatches } from '../kubernetes/nodeAffinity.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { PodSpec, Toleration } from '../kubernetes/objects/podTemplate.ts';
import { firstUntolerated } from '../kubernetes/taints.ts';
import type { PlacementReason } from './reasons.ts';

/** Whether a node should run the DaemonSet's pod, and whether a pod that is there may stay. Never (true, false). */
export interface Placement {
  readonly shouldRun: boolean;
  readonly shouldContinue: boolean;
  readonly because: PlacementReason;
}

/**
 * Judges one node for the pods of a template (NodeShouldRunDaemonPod, daemon_controller.go).
 *
 * Assumptions: `tolerations` are those of `daemonPodTolerations(spec)`.
 * Invariants: free resources, ports, node conditions, spec.unschedulable and other pods play no part: that is the scheduler's business.
 */
export function placeOn(node: Node, spec: PodSpec, tolerations: readonly Toleration[]): Placement {
  if (spec.nodeName !== '' && spec.nodeName !== node.name) return refused({ kind: 'nodeName', wanted: spec.nodeName });
  const label = mismatchedLabel(spec.nodeSelector, node.labels);
  if (label !== null) return refused({ kind: 'nodeSelector', ...label });
  if (spec.requiredNodeAffinity !== null && !requiredAffinityMatches(spec.requiredNodeAffinity, node))
    return refused({ kind: 'nodeAffinity' });
  if (node.taints.length === 0) return eligible;
  const taint = firstUntolerated(node.taints, tolerations, ({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute');
  if (taint === undefined) return eligible;
  const evicting = firstUntolerated(node.taints, tolerations, ({ effect }) => effect === 'NoExecute');
  return { shouldRun: false, shouldContinue: evicting === undefined, because: { kind: 'taint', taint: evicting ?? taint } };
}

const eligible: Placement = { shouldRun: true, shouldContinue: true, because: { kind: 'eligible' } };

function refused(because: PlacementReason): Placement {
  return { shouldRun: false, shouldContinue: false, because };
}
