import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonObject, member } from '../../../core/base/json.ts';
import { judgeDaemonSet } from '../../../core/kubernetes/judge.ts';
import { applyStrategicMerge } from '../../../core/kubernetes/patch/strategicMerge.ts';
import { threeWayPatch } from '../../../core/kubernetes/patch/threeWay.ts';
import { defaultKubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { jsonLines } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';
import { readManifests } from '../validation/manifestText.ts';
import { differences, type RecordedVerdict, verdictOf } from '../validation/verdict.ts';

interface UpdateRecord extends RecordedVerdict {
  readonly id: string;
  readonly mutation: string;
  readonly old: string;
  readonly manifest: string;
  readonly resultSpec?: JsonObject;
  /** Only where kubectl apply ends otherwise than a replace. */
  readonly apply?: RecordedVerdict & { readonly patch?: JsonObject; readonly resultSpec?: JsonObject };
}

const file = 'validation/updates.jsonl';

/** Updates by kubectl apply: its patch, and what the server makes of it. And the spec that a replace ends with, where it was recorded. */
export const validationApply: Suite = {
  name: 'validation/apply',
  replay(recordings, check) {
    if (!recordings.has(file)) return;
    for (const record of jsonLines<UpdateRecord>(recordings.text(file))) {
      if (record.verdict !== 'accepted' && record.apply === undefined) continue;
      const difference = guarded(() => compare(record));
      check(`${file} by apply`, record.id, difference === null ? null : `${record.mutation}\n${difference}`);
    }
  },
};

function compare(record: UpdateRecord): string | null {
  const version = defaultKubernetesVersion;
  const [before, after] = [readManifests(record.old)[0]?.value, readManifests(record.manifest)[0]?.value];
  const live = judgeDaemonSet(before ?? null, { version }).object;
  if (live === undefined || !isJsonObject(before) || !isJsonObject(after)) return 'ours refuses the old manifest';
  const replaced = judgeDaemonSet(after, { version, old: live });
  const patch = threeWayPatch(before, after, live);
  if (!patch.ok) return `no patch: ${patch.error}`;
  const patched = applyStrategicMerge(live, patch.value);
  if (!patched.ok) return `patch refused: ${patched.error}`;
  const applied = judgeDaemonSet(patched.value, { version, old: live });
  const lines = [
    differences(verdictOf(applied), record.apply ?? record),
    specDifference('replace', record.resultSpec, replaced.object),
    specDifference('apply', record.apply?.resultSpec, applied.object),
    record.apply?.patch === undefined || isDeepStrictEqual(record.apply.patch, patch.value)
      ? null
      : `patch: recorded ${JSON.stringify(record.apply.patch)}, ours ${JSON.stringify(patch.value)}`,
  ];
  return lines.filter(line => line !== null).join('\n') || null;
}

function specDifference(what: string, recorded: JsonObject | undefined, object: JsonObject | undefined): string | null {
  if (recorded === undefined || isDeepStrictEqual(recorded, member(object, 'spec'))) return null;
  return `spec after ${what}: recorded ${JSON.stringify(recorded)}, ours ${JSON.stringify(member(object, 'spec'))}`;
}
