import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Millis } from '../kubernetes/objects/meta.ts';
import type { Toleration } from '../kubernetes/objects/podTemplate.ts';
import { daemonPodTolerations } from '../kubernetes/taints.ts';
import { allowsSurge, limitsFor } from './budget.ts';
import type { ControllerProfile } from './profile.ts';
import { templateGeneration } from './templateGeneration.ts';

/** Which rolling step applies: none (OnDelete), replacing pods, or surging. */
export type RollingMode = 'none' | 'replace' | 'surge';

/** What the judgement on a node depends on beside the node and its pods. While it stays equal, only nodes that changed need a new look. */
export interface Terms {
  readonly daemonSet: DaemonSet;
  readonly tolerations: readonly Toleration[];
  /** Hash of the current revision; empty before the first sync. */
  readonly hash: string;
  readonly generation: string | null;
  readonly minReady: Millis;
  readonly atBoundary: boolean;
  readonly unavailableOldPodsCount: boolean;
  /** Whether manage may leave two pods on a node. */
  readonly surge: boolean;
  /** What the rolling step does: maxSurge may be 0 for the desired nodes though it is more than 0 for one. */
  readonly rolling: RollingMode;
  /** `<uid>/<status.observedGeneration>/`: failed pods of each observed generation are counted anew. */
  readonly backoffPrefix: string;
}

/** The terms for `desired` nodes. `before`: reuses what has not changed, so that equal terms compare cheaply. */
export function termsOf(daemonSet: DaemonSet, hash: string, desired: number, profile: ControllerProfile, before: Terms | null): Terms {
  const spec = daemonSet.spec.template.spec;
  return {
    daemonSet,
    tolerations: before !== null && before.daemonSet.spec.template.spec === spec ? before.tolerations : daemonPodTolerations(spec),
    hash,
    generation: templateGeneration(daemonSet),
    minReady: Math.max(0, daemonSet.spec.minReadySeconds) * 1000,
    atBoundary: profile.availableAtBoundary,
    unavailableOldPodsCount: profile.unavailableOldPodsCount,
    surge: allowsSurge(daemonSet),
    rolling: rollingMode(daemonSet, desired),
    backoffPrefix: `${daemonSet.uid}/${daemonSet.status.observedGeneration}/`,
  };
}

/** What has to be judged again when `a` becomes `b`: every node, the nodes with failed pods, or nothing. */
export function changedBetween(a: Terms, b: Terms): 'all' | 'failed' | 'nothing' {
  const same =
    a.daemonSet.spec.template.spec === b.daemonSet.spec.template.spec &&
    a.hash === b.hash &&
    a.generation === b.generation &&
    a.minReady === b.minReady &&
    a.surge === b.surge &&
    a.rolling === b.rolling;
  if (!same) return 'all';
  return a.backoffPrefix === b.backoffPrefix ? 'nothing' : 'failed';
}

function rollingMode(daemonSet: DaemonSet, desired: number): RollingMode {
  const limits = limitsFor(daemonSet, desired);
  if (limits === null || typeof limits === 'string') return 'none';
  return limits.maxSurge === 0 ? 'replace' : 'surge';
}
