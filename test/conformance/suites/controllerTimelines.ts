import { isDeepStrictEqual } from 'node:util';
import { playTimeline } from '../controller/playTimeline.ts';
import type { TimelineEntry, TimelineRecord, TimelineResult } from '../controller/timelineRecord.ts';
import { scenarioOf } from '../controller/timelineScenario.ts';
import { guarded, type Suite } from '../suite.ts';

/** Whole rollouts in the fixed world, with the stale-cache guard off: every seed must give one of the recorded results. */
export const controllerTimelines: Suite = {
  name: 'controller/timelines',
  replay(recordings, check) {
    for (const file of recordings.list('controller/timelines/')) {
      const record: TimelineRecord = JSON.parse(recordings.text(file));
      check(
        'controller/timelines',
        record.name,
        guarded(() => replay(record)),
      );
    }
  },
};

const seeds = [1, 2, 3];

function replay(record: TimelineRecord): string | null {
  for (const seed of seeds) {
    const ours = playTimeline(scenarioOf(record, '1.35', seed));
    const differences = record.results.map(recorded => compare(recorded, ours));
    if (differences.includes(null)) continue;
    const closest = differences.reduce((a, b) => ((b?.agreed ?? 0) > (a?.agreed ?? 0) ? b : a));
    return `(seed ${seed}, ${record.results.length} recorded results)\n${closest?.text ?? ''}`;
  }
  return null;
}

interface Difference {
  /** Number of equal entries before the first different one. */
  readonly agreed: number;
  readonly text: string;
}

function compare(recorded: TimelineResult, ours: TimelineResult): Difference | null {
  return (
    compareTimelines(recorded.timeline, ours.timeline) ??
    comparePart('totals', recorded.totals, ours.totals) ??
    comparePart('revisionsAtEnd', recorded.revisionsAtEnd, ours.revisionsAtEnd) ??
    (recorded.nodes === undefined ? null : comparePart('nodes', recorded.nodes, ours.nodes)) ??
    (recorded.eventWrites === undefined ? null : comparePart('eventWrites', recorded.eventWrites, ours.eventWrites))
  );
}

function compareTimelines(recorded: readonly TimelineEntry[], ours: readonly TimelineEntry[]): Difference | null {
  const length = Math.max(recorded.length, ours.length);
  for (let i = 0; i < length; i++) {
    if (isDeepStrictEqual(recorded[i], ours[i])) continue;
    const lines = [
      `before   ${JSON.stringify(recorded[i - 1])}`,
      `recorded ${JSON.stringify(recorded[i])}`,
      `ours     ${JSON.stringify(ours[i])}`,
    ];
    return { agreed: i, text: `entry ${i} of ${recorded.length}\n${lines.join('\n')}` };
  }
  return null;
}

function comparePart(name: string, recorded: unknown, ours: unknown): Difference | null {
  if (isDeepStrictEqual(recorded, ours)) return null;
  return { agreed: Number.MAX_SAFE_INTEGER, text: `${name}\nrecorded ${JSON.stringify(recorded)}\nours     ${JSON.stringify(ours)}` };
}
