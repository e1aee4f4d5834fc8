import type { JsonObject } from '../../../core/base/json.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';
import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { NamedObject } from '../document/namedObjects.ts';

/** What values can be taken from, beside the schema. */
export type Known = Pick<ValueRequest, 'manifest' | 'nodes' | 'objects' | 'images'>;

/** A value (or the key of a map) that is asked for. */
export interface ValueRequest {
  readonly path: JsonPath;
  readonly facts: FieldFacts;
  /** The API type of the object that holds the field. */
  readonly type: string;
  /** The field; for entries of a list or map, the field of the list or map. */
  readonly field: string;
  /** The DaemonSet as far as it can be read. */
  readonly manifest: () => JsonObject;
  /** The nodes of the cluster; null: none is chosen. */
  readonly nodes: readonly Node[] | null;
  /** Objects that other documents define. */
  readonly objects: () => readonly NamedObject[];
  /** Images that files of the workspace use. */
  readonly images: () => readonly string[];
}

/** What the rest of the workspace defines and uses; asked for only when a field wants such a name. */
export type WorkspaceNames = Pick<ValueRequest, 'objects' | 'images'>;

export const noNames: WorkspaceNames = { objects: () => [], images: () => [] };

/** A value to choose. */
export interface Suggestion {
  readonly value: string;
  readonly detail?: string;
  readonly documentation?: string;
  /** The likeliest one: chosen at once by Enter. */
  readonly preselect?: true;
  /** It names something of this manifest. */
  readonly reference?: true;
}

/** Knows values for some fields; empty for all others. A new kind of value is one file in sources/ and one line in the list beside it. */
export type ValueSource = (request: ValueRequest) => readonly Suggestion[];
