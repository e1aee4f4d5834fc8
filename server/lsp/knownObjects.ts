import { imagesIn } from '../analysis/document/images.ts';
import type { Session } from './session.ts';
import { type IndexedObject, objectsIn } from './workspaceIndex.ts';

/** The objects that open files define, as they are now, and those that the other files of the workspace do. */
export function knownObjects(session: Session): readonly IndexedObject[] {
  const open = [...session.files.values()].flatMap(file => objectsIn(file.uri, file.document.chunks));
  return [...open, ...session.index.objects().filter(({ uri }) => !session.files.has(uri))];
}

/** More than anyone looks through. */
const mostImages = 200;

/** The images that open files use, and then those of the other files of the workspace, each once. */
export function knownImages(session: Session): readonly string[] {
  const open = [...session.files.values()].flatMap(file => imagesIn(file.document.getText()));
  const closed = [...session.index.images()].flatMap(([uri, images]) => (session.files.has(uri) ? [] : images));
  return [...new Set([...open, ...closed])].slice(0, mostImages);
}
