import { headOf, locate, spanOfPlace } from './locate.ts';
import type { Span } from './tree.ts';
import type { Step } from './value.ts';
import type { YamlDocument } from './yamlDocument.ts';

/** Something wrong at a path of a document's JSON. `atKey`: the path's last key is at fault, not what stands under it. */
export interface PathProblem {
  readonly path: readonly Step[];
  readonly atKey?: true;
}

/** Where in the text a problem shows best. */
export function spanOfProblem(document: YamlDocument, { path, atKey }: PathProblem): Span {
  if (document.root === null) return { start: 0, end: 0 };
  const place = locate(document.root, path);
  if (path.length === 0) return headOf(document.root);
  return atKey === true ? (place.key ?? spanOfPlace(place)) : spanOfPlace(place);
}
