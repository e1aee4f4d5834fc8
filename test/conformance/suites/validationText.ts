import { splitDocuments } from '../../../server/analysis/document/split.ts';
import { concernsUs, reportOn } from '../../../server/analysis/report.ts';
import { defaultAnalysisSettings, plainFile } from '../../../server/analysis/settings.ts';
import { jsonLines } from '../recordings.ts';
import { guarded, type Suite } from '../suite.ts';

interface ManifestRecord {
  readonly id: string;
  readonly mutation: string;
  readonly manifest: string;
  readonly verdict: 'accepted' | 'refused';
}

const files = ['validation/manifests-hand.jsonl', 'validation/manifests-systematic.jsonl', 'generated/manifests.jsonl'];

/** What the editor shows of a text: an error exactly where the server refuses, and each on characters that are there. */
export const validationText: Suite = {
  name: 'validation/text',
  replay(recordings, check) {
    for (const file of files.filter(one => recordings.has(one))) {
      for (const record of jsonLines<ManifestRecord>(recordings.text(file)))
        check(
          `${file} as text`,
          record.id,
          guarded(() => compare(record)),
        );
    }
  },
};

function compare({ manifest, verdict, mutation }: ManifestRecord): string | null {
  // Nothing in it says DaemonSet: a text of nobody's kind is none of ours.
  if (!concernsUs(manifest)) return null;
  const problems = splitDocuments(manifest).flatMap(({ text }) => reportOn(text, plainFile, defaultAnalysisSettings).problems);
  const errors = problems.filter(problem => problem.severity === 'error');
  const said = errors.map(error => `  ${error.message}`).join('\n');
  if (errors.length > 0 !== (verdict === 'refused')) return `${mutation}\nserver: ${verdict}, editor: ${errors.length} errors\n${said}`;
  const empty = problems.find(
    ({ range: { start, end } }) => start.line === end.line && start.character >= end.character && start.line + start.character > 0,
  );
  return empty === undefined ? null : `${mutation}\nmarks nothing: ${empty.message}`;
}
