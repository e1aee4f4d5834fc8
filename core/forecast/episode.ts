import { isJsonObject, type JsonObject } from '../base/json.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { mergePatch } from '../simulation/mergePatch.ts';
import type { ScenarioEvent } from '../simulation/scenario.ts';
import type { Mark, Timeline } from '../simulation/timeline.ts';
import { rowAt } from './lanes.ts';
import type { NodeHistory } from './nodeHistory.ts';
import { type DaemonSetName, isNamed, nameOf } from './subject.ts';

/**
 * When that began which goes on at `now` in a world that has lived for a while: with the last edit of the DaemonSet, or with a later disturbance that
 * came when no node was pending any more. 0: nothing has happened yet.
 */
export function episodeStart(timeline: Timeline, { series }: NodeHistory, subject: DaemonSetName, now: Instant): Instant {
  for (let place = timeline.marks.length - 1; place >= 0; place--) {
    const mark = timeline.marks[place];
    if (mark === undefined || mark.at > now || !concerns(mark, subject)) continue;
    const calm = (series.pending[rowAt(series, mark.at - 1)] ?? 0) === 0;
    if (calm || isEdit(mark.event)) return mark.at;
  }
  return 0;
}

/** The DaemonSet as JSON once everything due at or before `at` has happened; null: there is none. */
export function manifestAt({ scenario, marks }: Timeline, subject: DaemonSetName, at: Instant): JsonObject | null {
  const given = [scenario.baseline, ...scenario.cluster.daemonSets].find(one => one !== null && isNamed(nameOf(one), subject));
  let manifest: JsonObject | null = given ?? null;
  for (const mark of marks) {
    if (mark.at > at) break;
    if (mark.refused === null && isEdit(mark.event) && concerns(mark, subject)) manifest = edited(manifest, mark.event);
  }
  return manifest;
}

function edited(manifest: JsonObject | null, event: ScenarioEvent): JsonObject | null {
  if (event.do === 'apply') return event.manifest;
  if (event.do !== 'patch' || manifest === null) return null;
  const patched = mergePatch(manifest, event.patch);
  return isJsonObject(patched) ? patched : null;
}

function isEdit(event: ScenarioEvent): boolean {
  return event.do === 'apply' || event.do === 'patch' || event.do === 'deleteDaemonSet';
}

/** What is done to another DaemonSet is none of this one's business; of anything else nobody knows before. */
function concerns({ event, refused }: Mark, subject: DaemonSetName): boolean {
  if (refused !== null) return false;
  if (event.do === 'apply') return isNamed(nameOf(event.manifest), subject);
  if (event.do === 'patch' || event.do === 'deleteDaemonSet')
    return event.daemonSet === subject.name && event.namespace === subject.namespace;
  return true;
}
