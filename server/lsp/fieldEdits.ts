import type { SetFieldParams, SetFieldResult } from '../../core/protocol/lsp.ts';
import { findDaemonSets } from '../analysis/document/daemonSets.ts';
import { rangeOf } from '../analysis/document/lineIndex.ts';
import { readYamlDocument } from '../analysis/document/yamlDocument.ts';
import { fieldSteps } from '../analysis/edits/fieldSteps.ts';
import { setField } from '../analysis/edits/setField.ts';
import type { AnalysisSettings } from '../analysis/settings.ts';
import { shiftRange } from './convert.ts';
import { lookAtAll } from './manifests.ts';
import type { OpenFile } from './openFiles.ts';

/** The edits that set a field of one DaemonSet of a file; null where that cannot be done. */
export function fieldEdits(file: OpenFile, { index, path, json }: SetFieldParams, settings: AnalysisSettings): SetFieldResult | null {
  file.source = lookAtAll(file, settings);
  const steps = fieldSteps(path);
  let before = 0;
  for (const { chunk, report } of file.source.parts) {
    const count = report?.daemonSets.length ?? 0;
    if (index < before + count) {
      const document = readYamlDocument(chunk.text, file.mode);
      const daemonSet = findDaemonSets(document)[index - before];
      const edits = daemonSet === undefined || steps === null || document.partial ? null : setField(document, daemonSet.node, steps, json);
      const ranges = edits?.map(({ span, newText }) => ({ range: shiftRange(rangeOf(document.lines, span), chunk.startLine), newText }));
      return ranges === undefined ? null : { edits: ranges };
    }
    before += count;
  }
  return null;
}
