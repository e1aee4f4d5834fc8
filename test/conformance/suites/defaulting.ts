import { isDeepStrictEqual } from 'node:util';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../core/base/json.ts';
import { judgeDaemonSet } from '../../../core/kubernetes/judge.ts';
import { defaultKubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { jsonLines } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';
import { readManifests } from '../validation/manifestText.ts';

interface DefaultedRecord {
  readonly id: string;
  readonly manifest: string;
  readonly object: JsonObject;
}

const file = 'defaulting/defaulted.jsonl';

/** The object as the server returns it after a create. */
export const defaulting: Suite = {
  name: 'defaulting',
  replay(recordings, check) {
    if (!recordings.has(file)) return;
    for (const record of jsonLines<DefaultedRecord>(recordings.text(file))) {
      check(
        file,
        record.id,
        guarded(() => {
          const manifest = readManifests(record.manifest)[0]?.value ?? null;
          const { object } = judgeDaemonSet(manifest, { version: defaultKubernetesVersion });
          if (object === undefined) return 'ours refuses it';
          const again = judgeDaemonSet(object, { version: defaultKubernetesVersion, old: manifest });
          const lines = [
            ...differencesOf(record.object, object),
            ...differencesOf(object, again.object).map(line => `judged again: ${line}`),
          ];
          return again.generationBumped ? 'what was returned differs from what was sent' : lines.join('\n') || null;
        }),
      );
    }
  },
};

function differencesOf(recorded: JsonValue | undefined, ours: JsonValue | undefined, path = ''): string[] {
  if (isDeepStrictEqual(recorded, ours)) return [];
  if (isJsonObject(recorded) && isJsonObject(ours)) {
    const keys = new Set([...Object.keys(recorded), ...Object.keys(ours)]);
    return [...keys].flatMap(key => differencesOf(recorded[key], ours[key], `${path}.${key}`));
  }
  if (isJsonArray(recorded) && isJsonArray(ours) && recorded.length === ours.length)
    return recorded.flatMap((entry, index) => differencesOf(entry, ours[index], `${path}[${index}]`));
  return [`${path}: recorded ${JSON.stringify(recorded)}, ours ${JSON.stringify(ours)}`];
}
