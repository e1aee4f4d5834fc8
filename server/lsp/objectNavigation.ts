import type { Location, Position } from 'vscode-languageserver';
import { isSame, type ObjectAt, type ObjectName, objectAt, selects, usesOf } from '../analysis/navigation/objectNames.ts';
import { shiftRange } from './convert.ts';
import { hereIn } from './here.ts';
import { knownObjects } from './knownObjects.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';
import { documentsOfWorkspace } from './workspaceDocuments.ts';
import type { IndexedObject } from './workspaceIndex.ts';

/** Where the ConfigMap, Secret, service account … at a position is defined, in open files and in the workspace. */
export function objectDefinitions(session: Session, file: OpenFile, position: Position): Location[] {
  const found = objectUnder(file, position);
  return found?.kind === 'object' ? definitions(session, found.object) : [];
}

/** Where the object at a position is used by DaemonSets and other workloads; for a label of the pods, the Services that select them. */
export async function objectReferences(session: Session, file: OpenFile, position: Position, withDefinition: boolean): Promise<Location[]> {
  const found = objectUnder(file, position);
  if (found === null) return [];
  if (found.kind === 'label') return services(session, found.labels, found.namespace);
  return [...(withDefinition ? definitions(session, found.object) : []), ...(await uses(session, found.object))];
}

function objectUnder(file: OpenFile, position: Position): ObjectAt | null {
  const { text, offset } = hereIn(file, position);
  return objectAt(text, offset, file.mode);
}

function definitions(session: Session, name: ObjectName): Location[] {
  return knownObjects(session)
    .filter(({ object }) => isSame(object, name))
    .map(one => locationOf(one, one.object.range));
}

function services(session: Session, labels: ReadonlyMap<string, string>, namespace: string): Location[] {
  return knownObjects(session).flatMap(one =>
    one.object.selector !== null && selects(one.object, labels, namespace) ? [locationOf(one, one.object.selector.range)] : [],
  );
}

function locationOf({ uri, startLine }: IndexedObject, range: IndexedObject['object']['range']): Location {
  return { uri, range: shiftRange(range, startLine) };
}

async function uses(session: Session, name: ObjectName): Promise<Location[]> {
  const found: Location[] = [];
  for await (const { uri, startLine, text, mode } of documentsOfWorkspace(session)) {
    found.push(...usesOf(name, text, mode).map(use => ({ uri, range: shiftRange(use.range, startLine) })));
  }
  return found;
}
