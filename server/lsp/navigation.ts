import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position, type Range } from 'vscode-languageserver';
import { type NamePlace, placesOfName } from '../analysis/navigation/navigate.ts';
import { shiftRange } from './convert.ts';
import { hereIn } from './here.ts';
import { objectDefinitions, objectReferences } from './objectNavigation.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

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
