import { isDeepStrictEqual } from 'node:util';
import { playTimeline } from '../controller/playTimeline.ts';
import type { TimelineEntry, TimelineRecord, TimelineResult } from '../controller/timelineRecord.ts';
import { scenarioOf } from '../controller/timelineScenario.ts';
import { guarded, type Suite } from '../suite.ts';

/**
 * The same rollouts with the stale-cache guard of 1.36 on. Its recorded results are samples of a process that varies by steps of 5 ms:
 * ours must be one of them, entries within 30 ms merged, with times that differ by no more than that and the recorded shift.
 */
export const controllerGuard: Suite = {
  name: 'controller/guard',
  replay(recordings, check) {
    for (const file of recordings.list('controller/timelines/')) {
      const record: TimelineRecord = JSON.parse(recordings.text(file));
      const sampled = `controller/timelines-guard-on/${record.name}.json`;
      const samples: readonly TimelineResult[] = recordings.has(sampled) ? JSON.parse(recordings.text(sampled)).results : record.results;
      const shift = recordings.has(sampled) ? 0 : (record.staleCacheGuard?.maxShiftMs ?? 0);
      check(
        'controller/timelines with guard',
        record.name,
        guarded(() => replay(record, samples, shift)),
      );
    }
  },
};

const merging = 30;
const seeds = [1, 2, 3];

function replay(record: TimelineRecord, samples: readonly TimelineResult[], shift: number): string | null {
  const failures = seeds.map(seed => {
    const ours = merge(playTimeline(scenarioOf(record, '1.36', seed)).timeline);
    const differences = samples.map(sample => difference(merge(sample.timeline), ours, shift + merging));
    return differences.includes(null) ? null : `(seed ${seed}, ${samples.length} samples)\n${differences.at(0) ?? ''}`;
  });
  return failures.find(f => f !== null) ?? null;
}

/** Of entries of one DaemonSet that follow each other within 30 ms, the last one, at the time of the first. */
function merge(timeline: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const merged: TimelineEntry[] = [];
  for (const name of new Set(timeline.map(({ ds }) => ds))) {
    let last: TimelineEntry | undefined;
    for (const entry of timeline.filter(({ ds }) => ds === name)) {
      if (last !== undefined && entry.t - last.t <= merging) merged.pop();
      last = { ...entry, t: last !== undefined && entry.t - last.t <= merging ? last.t : entry.t };
      merged.push(last);
    }
  }
  return merged;
}

function difference(recorded: readonly TimelineEntry[], ours: readonly TimelineEntry[], tolerance: number): string | null {
  for (let i = 0; i < Math.max(recorded.length, ours.length); i++) {
    const [a, b] = [recorded[i], ours[i]];
    if (a !== undefined && b !== undefined && Math.abs(a.t - b.t) <= tolerance && isDeepStrictEqual({ ...a, t: 0 }, { ...b, t: 0 }))
      continue;
    return `entry ${i}\nbefore   ${JSON.stringify(recorded[i - 1])}\nrecorded ${JSON.stringify(a)}\nours     ${JSON.stringify(b)}`;
  }
  return null;
}
