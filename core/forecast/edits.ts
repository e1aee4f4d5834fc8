import { templateGeneration } from '../controller/templateGeneration.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Timeline } from '../simulation/timeline.ts';
import { type DaemonSetName, isNamed } from './subject.ts';

/** The last instant from the origin on at which the DaemonSet's spec changed; the origin when it never did. */
export function lastEdit(timeline: Timeline, subject: DaemonSetName): Instant {
  let at = timeline.origin;
  for (const version of timeline.daemonSets) {
    const daemonSet = version.after ?? version.before;
    if (version.at < timeline.origin || daemonSet === null || !isNamed(daemonSet, subject)) continue;
    if (isEdit(version.before, version.after)) at = version.at;
  }
  return at;
}

function isEdit(before: DaemonSet | null, after: DaemonSet | null): boolean {
  if (before === null || after === null) return true;
  return before.generation !== after.generation || templateGeneration(before.annotations) !== templateGeneration(after.annotations);
}
