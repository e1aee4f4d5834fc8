import { formatPath } from '../../../core/kubernetes/fieldError.ts';
import { judgeAllStages } from '../../../core/kubernetes/judge.ts';
import { defaultKubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { jsonLines } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';
import { readManifests } from '../validation/manifestText.ts';
import type { RecordedVerdict } from '../validation/verdict.ts';

interface ManifestRecord extends RecordedVerdict {
  readonly id: string;
  readonly mutation: string;
  readonly manifest: string;
}

const files = ['validation/manifests-hand.jsonl', 'validation/manifests-systematic.jsonl', 'generated/manifests.jsonl'];

/** What an editor shows: nothing on what is accepted, something on what is refused, nothing but what the server says, one error a place. */
export const validationEditor: Suite = {
  name: 'validation/editor',
  replay(recordings, check) {
    for (const file of files.filter(name => recordings.has(name))) {
      for (const record of jsonLines<ManifestRecord>(recordings.text(file))) {
        if (record.stage === 'client') continue;
        const difference = guarded(() => compare(record));
        check(`${file} in an editor`, record.id, difference === null ? null : `${record.mutation}\n${difference}`);
      }
    }
  },
};

function compare(record: ManifestRecord): string | null {
  const errors = readManifests(record.manifest).flatMap(
    ({ value, duplicates }) => judgeAllStages(value, { version: defaultKubernetesVersion, duplicates }).errors,
  );
  const shown = errors.map(error => `${formatPath(error.path)} ${error.type}: ${error.message}`);
  if (record.verdict === 'accepted') return shown.length === 0 ? null : `a false error: ${shown.join('\n')}`;
  if (shown.length === 0) return 'no error';
  const places = errors.map(error => formatPath(error.at ?? error.path));
  const repeated = places.filter((place, index) => places.indexOf(place) !== index && !place.endsWith(']'));
  if (repeated.length > 0) return `more than one error at ${repeated.join(', ')}`;
  if (record.stage !== 'validation') return errors.length === 1 ? null : moreThanTheMistake(record, shown);
  const recorded = new Set((record.errors ?? []).map(error => `${error.path} ${error.reason}`));
  const extra = errors.filter(error => !recorded.has(`${formatPath(error.path)} ${error.type}`));
  return extra.length === 0 ? null : `errors that the server does not tell: ${extra.map(error => formatPath(error.path)).join(', ')}`;
}

/** These manifests have one mistake, or as many as strict decoding tells: more is a cascade. */
function moreThanTheMistake(record: ManifestRecord, shown: readonly string[]): string | null {
  const two = record.mutation.endsWith(' together') ? 1 : 0;
  const told = two + (record.stage === 'strict' ? (record.errors?.length ?? 1) : 1);
  return shown.length <= told ? null : `${told} told, ours:\n${shown.join('\n')}`;
}
