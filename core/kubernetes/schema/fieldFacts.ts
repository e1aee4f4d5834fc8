import type { JsonValue } from '../../base/json.ts';
import type { KubernetesVersion } from '../versions.ts';

/** What a single value is on the wire. `quantity` and `intOrString` are written as a number or a string. */
export type ScalarKind = 'string' | 'boolean' | 'integer' | 'quantity' | 'intOrString';
/** What stands in a field: one value, an object of a type, a list, or a map whose keys anyone chooses. */
export type FieldKind = ScalarKind | 'object' | 'list' | 'map';

/** The recorded facts of one field of a Kubernetes API type (OpenAPI of 1.29 … 1.37, defaults as observed from the server). */
export interface FieldFacts {
  readonly kind: FieldKind;
  /** What a list or a map holds. */
  readonly items?: ScalarKind | 'object';
  /** The API type of an object, or of the objects in a list. */
  readonly ref?: string;
  readonly format?: 'int32' | 'int64' | 'date-time';
  /** The values of the field's type (or of a list's entries). Validation may be narrower: a DaemonSet takes only `restartPolicy: Always`. */
  readonly enum?: readonly string[];
  readonly required?: true;
  readonly listType?: 'atomic' | 'set' | 'map';
  readonly listMapKeys?: readonly string[];
  readonly patchStrategy?: string;
  readonly patchMergeKey?: string;
  /** The object is replaced as a whole by a server-side apply. */
  readonly atomic?: true;
  /** The first minor version that has the field; absent: 1.29 or older. */
  readonly since?: KubernetesVersion;
  /** The last minor version that has it; absent: still there in 1.37. */
  readonly lastIn?: KubernetesVersion;
  /** What the server fills in when the parent is there. */
  readonly default?: JsonValue;
  /** Filled in with one of these, depending on other fields. */
  readonly defaultOneOf?: readonly JsonValue[];
  /** Filled in from this sibling when absent. */
  readonly mirrors?: string;
  /** Silently removed by a server of 1.36 with its feature gates at their defaults. */
  readonly dropped?: true;
  /** The sibling inside the object that says which of its other fields counts. */
  readonly discriminator?: string;
}

/** The fields of one API type by name. */
export type TypeFacts = { readonly [field: string]: FieldFacts };
