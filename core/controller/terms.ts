import type { DaemonSet, DaemonSetSpec } from '../kubernetes/objects/daemonSet.ts';
import type { Labels, Millis } from '../kubernetes/objects/meta.ts';
import type { PodSpec, Toleration } from '../kubernetes/objects/podTemplate.ts';
import { daemonPodTolerations } from '../kubernetes/taints.ts';
import { allowsSurge, type Limits, limitsFor } from './budget.ts';
import type { ControllerProfile } from './profile.ts';
import { type NewestTemplate, newestTemplate, templateGeneration } from './templateGeneration.ts';

/** Which rolling step applies: none (OnDelete), replacing pods, or surging. */
export type RollingMode = 'none' | 'replace' | 'surge';

/** What the judgement on a node depends on beside the node and its pods. While it stays equal, only nodes that changed need a new look. */
export interface Terms {
  readonly spec: DaemonSetSpec;
  readonly annotations: Labels;
  readonly observedGeneration: number;
  readonly desired: number;
  readonly podSpec: PodSpec;
  readonly tolerations: readonly Toleration[];
  /** Hash of the current revision; empty before the first sync. */
  readonly hash: string;
  readonly generation: string | null;
  /** The same two, to ask whether a pod is of the current template. */
  readonly newest: NewestTemplate;
  readonly minReady: Millis;
  readonly atBoundary: boolean;
  readonly unavailableOldPodsCount: boolean;
  /** Whether manage may leave two pods on a node. */
  readonly surge: boolean;
  /** Null under OnDelete; a text when the manifest's values cannot be read. */
  readonly limits: Limits | string | null;
  /** What the rolling step does: maxSurge may be 0 for the desired nodes though it is more than 0 for one. */
  readonly rolling: RollingMode;
  /** `<uid>/<status.observedGeneration>/`: failed pods of each observed generation are counted anew. */
  readonly backoffPrefix: string;
}

/** The terms for `desired` nodes; `before` itself when they have not changed. */
export function termsOf(daemonSet: DaemonSet, hash: string, desired: number, profile: ControllerProfile, before: Terms | null): Terms {
  if (before !== null && stillHold(before, daemonSet, hash, desired)) return before;
  const { spec, annotations, status, uid } = daemonSet;
  const podSpec = spec.template.spec;
  const limits = limitsFor(spec.updateStrategy, desired);
  const generation = templateGeneration(annotations);
  return {
    spec,
    annotations,
    observedGeneration: status.observedGeneration,
    desired,
    podSpec,
    tolerations: before?.podSpec === podSpec ? before.tolerations : daemonPodTolerations(podSpec),
    hash,
    generation,
    newest: before?.hash === hash && before.generation === generation ? before.newest : newestTemplate(hash, generation),
    minReady: Math.max(0, spec.minReadySeconds) * 1000,
    atBoundary: profile.availableAtBoundary,
    unavailableOldPodsCount: profile.unavailableOldPodsCount,
    surge: allowsSurge(spec.updateStrategy),
    limits,
    rolling: rollingMode(limits),
    backoffPrefix: `${uid}/${status.observedGeneration}/`,
  };
}

/** What has to be judged again when `a` becomes `b`: every node, the nodes with failed pods, or nothing. */
export function changedBetween(a: Terms, b: Terms): 'all' | 'failed' | 'nothing' {
  const same =
    a.podSpec === b.podSpec &&
    a.hash === b.hash &&
    a.generation === b.generation &&
    a.minReady === b.minReady &&
    a.surge === b.surge &&
    a.rolling === b.rolling;
  if (!same) return 'all';
  return a.backoffPrefix === b.backoffPrefix ? 'nothing' : 'failed';
}

function stillHold(terms: Terms, { spec, annotations, status }: DaemonSet, hash: string, desired: number): boolean {
  return (
    terms.spec === spec &&
    terms.annotations === annotations &&
    terms.observedGeneration === status.observedGeneration &&
    terms.hash === hash &&
    terms.desired === desired
  );
}

function rollingMode(limits: Limits | string | null): RollingMode {
  if (limits === null || typeof limits === 'string') return 'none';
  return limits.maxSurge === 0 ? 'replace' : 'surge';
}
