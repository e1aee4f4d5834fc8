import type { Hover, Position } from 'vscode-languageserver';
import { indexLines, offsetAt } from '../analysis/document/lineIndex.ts';
import { hoverAt } from '../analysis/hover/hover.ts';
import { partAt } from '../analysis/sourceFile.ts';
import { analysisOf } from './analysisOf.ts';
import { shiftRange } from './convert.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** What there is to know of the place under the pointer. */
export function hoverOf(session: Session, file: OpenFile, position: Position): Hover | null {
  const part = partAt(currentFile(file), position.line);
  if (part === undefined) return null;
  const { text, startLine } = part.chunk;
  const offset = offsetAt(indexLines(text), { line: position.line - startLine, character: position.character });
  const { around, kubernetesVersion } = analysisOf(session, file);
  const found = hoverAt(text, offset, file.mode, around.nodes, kubernetesVersion);
  return found === null ? null : { contents: { kind: 'markdown', value: found.markdown }, range: shiftRange(found.range, startLine) };
}
