import type { Position, Range, SelectionRange } from 'vscode-languageserver';
import { selectionsAt } from '../analysis/selection/selection.ts';
import { shiftRange } from './convert.ts';
import { hereIn } from './here.ts';
import type { OpenFile } from './openFiles.ts';

/** What a growing selection takes in at each of some positions; one answer for each, as the protocol wants it. */
export function selectionRanges(file: OpenFile, positions: readonly Position[]): SelectionRange[] {
  return positions.map(position => {
    const { text, offset, startLine } = hereIn(file, position);
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
