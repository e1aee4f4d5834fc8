import type { Position, Range, SelectionRange } from 'vscode-languageserver';
import { indexLines, offsetAt } from '../analysis/document/lineIndex.ts';
import { selectionsAt } from '../analysis/selection/selection.ts';
import { partAt } from '../analysis/sourceFile.ts';
import { shiftRange } from './convert.ts';
import { currentFile, type OpenFile } from './openFiles.ts';

/** What a growing selection takes in at each of some positions; one answer for each, as the protocol wants it. */
export function selectionRanges(file: OpenFile, positions: readonly Position[]): SelectionRange[] {
  return positions.map(position => {
    const part = partAt(currentFile(file), position.line);
    const { text, startLine } = part?.chunk ?? { text: '', startLine: 0 };
    const offset = offsetAt(indexLines(text), { line: position.line - startLine, character: position.character });
    return chain(
      selectionsAt(text, offset, file.mode).map(range => shiftRange(range, startLine)),
      position,
    );
  });
}

/** The innermost range, with the others as its parents. */
function chain(innermostFirst: readonly Range[], position: Position): SelectionRange {
  const outermostFirst = [...innermostFirst].reverse();
  const built = outermostFirst.reduce<SelectionRange | undefined>(
    (parent, range) => (parent === undefined ? { range } : { range, parent }),
    undefined,
  );
  return built ?? { range: { start: position, end: position } };
}
