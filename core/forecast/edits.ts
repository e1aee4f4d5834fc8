import { templateGeneration } from '../controller/templateGeneration.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Timeline } from '../simulation/timeline.ts';
import { type DaemonSetName, isNamed } from './subject.ts';

/** The last instant at or after 0 at which the DaemonSet's spec changed; 0 when it never did. */
export function lastEdit(timeline: Timeline, subject: DaemonSetName): Instant {
  let at = 0;
  for (const version of timeline.daemonSets) {
    const daemonSet = version.after ?? version.before;
    if (version.at < 0 || daemonSet === null || !isNamed(daemonSet, subject)) continue;
    if (isEdit(version.before, version.after)) at = version.at;
  }
  return at;
}

function isEdit(before: DaemonSet | null, after: DaemonSet | null): boolean {
  if (before === null || after === null) return true;
  return before.generation !== after.generation || templateGeneration(before.annotations) !== templateGeneration(after.annotations);
}
