import {
  type DocumentHighlight,
  DocumentHighlightKind,
  ErrorCodes,
  type Location,
  type Position,
  type PrepareRenameResult,
  type Range,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { indexLines, offsetAt } from '../analysis/document/lineIndex.ts';
import { type NamePlace, placesOfName, renameAt, renameable } from '../analysis/navigation/navigate.ts';
import { partAt } from '../analysis/sourceFile.ts';
import { shiftRange } from './convert.ts';
import { objectDefinitions, objectReferences } from './objectNavigation.ts';
import { currentFile, type OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** A position as the YAML document around it counts, and what is needed to go back. */
interface Here {
  readonly text: string;
  readonly offset: number;
  readonly startLine: number;
}

function hereIn(file: OpenFile, position: Position): Here {
  const part = partAt(currentFile(file), position.line);
  const startLine = part?.chunk.startLine ?? 0;
  const text = part?.chunk.text ?? '';
  return { text, startLine, offset: offsetAt(indexLines(text), { line: position.line - startLine, character: position.character }) };
}

function placesAt(file: OpenFile, position: Position): { readonly places: readonly NamePlace[]; readonly toFile: (range: Range) => Range } {
  const { text, offset, startLine } = hereIn(file, position);
  return { places: placesOfName(text, offset, file.mode), toFile: range => shiftRange(range, startLine) };
}

/** Where the name at a position is given, in this file or another. */
export function definitionsOf(session: Session, file: OpenFile, position: Position): Location[] {
  const { places, toFile } = placesAt(file, position);
  if (places.length === 0) return objectDefinitions(session, file, position);
  return places.filter(place => place.role === 'definition').map(place => ({ uri: file.uri, range: toFile(place.range) }));
}

/** Where the name at a position is used, in this file and in others. */
export async function referencesOf(session: Session, file: OpenFile, position: Position, withDefinition: boolean): Promise<Location[]> {
  const { places, toFile } = placesAt(file, position);
  const here = places.filter(place => withDefinition || place.role === 'reference');
  return [
    ...here.map(place => ({ uri: file.uri, range: toFile(place.range) })),
    ...(await objectReferences(session, file, position, withDefinition)),
  ];
}

export function highlightsOf(file: OpenFile, position: Position): DocumentHighlight[] {
  const { places, toFile } = placesAt(file, position);
  return places.map(place => ({
    range: toFile(place.range),
    kind: place.role === 'definition' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

export function prepareRename(file: OpenFile, position: Position): PrepareRenameResult | null {
  const { text, offset, startLine } = hereIn(file, position);
  const found = renameable(text, offset, file.mode);
  return found === null ? null : { range: shiftRange(found.range, startLine), placeholder: found.name };
}

/** The edits of a rename; a name that cannot be is an error the editor shows. */
export function rename(file: OpenFile, position: Position, newName: string): WorkspaceEdit | ResponseError<void> | null {
  const { text, offset, startLine } = hereIn(file, position);
  const result = renameAt(text, offset, newName, file.mode);
  if (result === null) return null;
  if ('refused' in result) return new ResponseError<void>(ErrorCodes.InvalidParams, result.refused);
  return { changes: { [file.uri]: result.edits.map(edit => ({ range: shiftRange(edit.range, startLine), newText: edit.newText })) } };
}
