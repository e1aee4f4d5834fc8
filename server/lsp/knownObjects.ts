import { namedObject } from '../analysis/document/namedObjects.ts';
import { currentFile } from './openFiles.ts';
import type { Session } from './session.ts';
import type { IndexedObject } from './workspaceIndex.ts';

/** The objects that open files define, as they are now, and those that the other files of the workspace do. */
export function knownObjects(session: Session): readonly IndexedObject[] {
  const open = [...session.files.values()].flatMap(file =>
    currentFile(file).parts.flatMap(({ chunk }) => {
      const object = namedObject(chunk.text);
      return object === null ? [] : [{ uri: file.uri, startLine: chunk.startLine, object }];
    }),
  );
  return [...open, ...session.index.objects().filter(({ uri }) => !session.files.has(uri))];
}
