import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver';
import { type Fold, foldsOf } from '../analysis/folding/folding.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** What of a file can be folded, by whole lines: every client can do those. */
export function foldingRanges(session: Session, file: OpenFile): FoldingRange[] {
  return foldsOf(file.document.getText(), session.abilities.mostFolds).map(toFoldingRange);
}

function toFoldingRange({ start, end, kind }: Fold): FoldingRange {
  const kinds = { block: undefined, comment: FoldingRangeKind.Comment, region: FoldingRangeKind.Region };
  return kinds[kind] === undefined ? { startLine: start, endLine: end } : { startLine: start, endLine: end, kind: kinds[kind] };
}
