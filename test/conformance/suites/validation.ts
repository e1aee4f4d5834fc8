import { defaultKubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { jsonLines, type Recordings } from '../recordings.ts';
import { type Check, guarded, type Suite } from '../suite.ts';
import { differences, equalMessages, judgeText, type RecordedVerdict } from '../validation/verdict.ts';

interface ManifestRecord extends RecordedVerdict {
  readonly id: string;
  readonly mutation: string;
  readonly manifest: string;
  /** Only of updates. */
  readonly old?: string;
}

const files = [
  'validation/manifests-hand.jsonl',
  'validation/manifests-systematic.jsonl',
  'generated/manifests.jsonl',
  'validation/updates.jsonl',
];

/** How many messages may be worded otherwise, in the hundred. */
const otherWords = 5;

/** The API server's verdict on manifests and updates. */
export const validation: Suite = {
  name: 'validation',
  replay(recordings, check) {
    for (const file of files) replayFile(recordings, check, file);
  },
};

function replayFile(recordings: Recordings, check: Check, file: string): void {
  if (!recordings.has(file)) return;
  let equal = 0;
  let all = 0;
  const others: string[] = [];
  for (const record of jsonLines<ManifestRecord>(recordings.text(file))) {
    if (record.verdict === 'another-object') continue;
    const difference = guarded(() => {
      const ours = judgeText(record.manifest, defaultKubernetesVersion, record.old);
      const messages = equalMessages(ours, record);
      equal += messages.equal;
      all += messages.all;
      others.push(...messages.others.map(text => `${record.id} ${text}`));
      const found = differences(ours, record);
      return found === null ? null : `${record.mutation}\n${found}`;
    });
    check(file, record.id, difference);
  }
  const enough = equal * 100 >= all * (100 - otherWords);
  check(`${file} messages (${equal} of ${all} word for word)`, 'messages', enough ? null : others.slice(0, 20).join('\n'));
}
