import { isDeepStrictEqual } from 'node:util';
import type { JsonObject, JsonValue } from '../../../core/base/json.ts';
import { applyJsonMerge, threeWayJsonMerge } from '../../../core/kubernetes/patch/jsonMergePatch.ts';
import type { Patched } from '../../../core/kubernetes/patch/patchProblem.ts';
import { applyStrategicMerge } from '../../../core/kubernetes/patch/strategicMerge.ts';
import { threeWayPatch } from '../../../core/kubernetes/patch/threeWay.ts';
import type { Recordings } from '../recordings.ts';
import { type Check, guarded, type Suite } from '../suite.ts';

/** Strategic and JSON merge patches, and the patches that kubectl apply makes. */
export const patchUnits: Suite = {
  name: 'units/patch',
  replay(recordings, check) {
    replayPatches(recordings, check);
    replayApply(recordings, check);
  },
};

interface PatchRecord {
  readonly patch: JsonObject;
  readonly result?: JsonValue;
  readonly error?: string;
  readonly jsonMergeResult?: JsonValue;
}

function replayPatches(recordings: Recordings, check: Check): void {
  const file = 'units/strategic-merge-patch.json';
  if (!recordings.has(file)) return;
  const [head, ...records]: [{ readonly original: JsonObject }, ...PatchRecord[]] = JSON.parse(recordings.text(file));
  records.forEach((record, index) => {
    const difference = guarded(() => {
      // orders of a strategic patch mean nothing to a JSON merge patch: there it was not recorded
      const asJson = record.jsonMergeResult === undefined ? undefined : applyJsonMerge(head.original, record.patch);
      const recorded = [record.result ?? record.error, record.jsonMergeResult];
      const ours = [outcomeOf(applyStrategicMerge(head.original, record.patch)), asJson];
      return compare(recorded, ours, record.patch);
    });
    check(file, String(index + 1), difference);
  });
}

interface ApplyRecord {
  readonly title: string;
  /** null: created without apply. */
  readonly lastApplied: JsonObject | null;
  readonly live: JsonObject;
  readonly new: JsonObject;
  readonly patch: JsonObject;
  readonly result: JsonObject;
  readonly jsonMergePatch: JsonObject;
}

function replayApply(recordings: Recordings, check: Check): void {
  const file = 'units/apply-three-way.json';
  if (!recordings.has(file)) return;
  const records: readonly ApplyRecord[] = JSON.parse(recordings.text(file));
  for (const record of records) {
    const difference = guarded(() => {
      const lastApplied = record.lastApplied ?? {};
      const patch = threeWayPatch(lastApplied, record.new, record.live);
      const result = patch.ok ? outcomeOf(applyStrategicMerge(record.live, patch.value)) : null;
      const jsonPatch = threeWayJsonMerge(lastApplied, record.new, record.live);
      return compare([record.patch, record.result, record.jsonMergePatch], [outcomeOf(patch), result, jsonPatch], record.title);
    });
    check(file, record.title, difference);
  }
}

function outcomeOf(patched: Patched): JsonValue {
  return patched.ok ? patched.value : patched.error;
}

function compare(recorded: readonly unknown[], ours: readonly unknown[], what: unknown): string | null {
  const lines = recorded.flatMap((one, index) =>
    isDeepStrictEqual(one, ours[index]) ? [] : [`recorded ${JSON.stringify(one)}`, `ours     ${JSON.stringify(ours[index])}`],
  );
  return lines.length === 0 ? null : [JSON.stringify(what), ...lines].join('\n');
}
