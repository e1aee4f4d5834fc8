import { fixAll } from '../../server/analysis/codeActions.ts';
import { splitDocuments } from '../../server/analysis/document/split.ts';
import { reportOn } from '../../server/analysis/report.ts';
import type { AnalysisSettings, FileMode } from '../../server/analysis/settings.ts';
import { applyEdits } from './applyEdits.ts';
import { type LintDiagnostic, toDiagnostic } from './diagnostic.ts';

/** What there is to say of a text, in its order. */
export function lintText(file: string, text: string, mode: FileMode, settings: AnalysisSettings): readonly LintDiagnostic[] {
  return splitDocuments(text).flatMap(({ text: chunk, startLine }) =>
    reportOn(chunk, mode, settings).problems.map(problem => toDiagnostic(file, startLine, problem)),
  );
}

/** A mend can bring out a mistake that hid behind another, which may have a mend too. */
const mostRounds = 3;

/** The text with every obvious mend applied. */
export function fixText(text: string, mode: FileMode, settings: AnalysisSettings): string {
  let fixed = text;
  for (let round = 0; round < mostRounds; round++) {
    const next = splitDocuments(fixed)
      .map(chunk => applyEdits(chunk.text, fixAll(chunk.text, mode, settings)))
      .join('');
    if (next === fixed) break;
    fixed = next;
  }
  return fixed;
}
