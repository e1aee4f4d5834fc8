import { isJsonObject, type JsonValue, member } from '../../../core/base/json.ts';
import { scenarioIndex } from '../../../core/protocol/panel.ts';

/** A DaemonSet of a document: which file, and its place among the DaemonSets of that file; or a scenario file, see {@link scenarioIndex}. */
export interface Target {
  readonly uri: string;
  readonly index: number;
}

/** What tells one DaemonSet from another in a cluster. */
export interface Identity {
  readonly namespace: string;
  readonly name: string;
}

export function sameTarget(a: Target, b: Target): boolean {
  return a.uri === b.uri && a.index === b.index;
}

/** A target out of something that is not known to be one: a command's arguments, what a page kept. null: it is none. */
export function targetOf(value: unknown): Target | null {
  if (typeof value !== 'object' || value === null) return null;
  const { uri, index }: { uri?: unknown; index?: unknown } = value;
  return typeof uri === 'string' && uri !== '' && (isIndex(index) || index === scenarioIndex) ? { uri, index } : null;
}

/** Whether a value can be a place in a list. */
export function isIndex(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/**
 * Where the DaemonSet that a panel shows is now, when at its old place there is another one: documents were added or taken away above it.
 * When its name is found nowhere it was renamed, and the place stays.
 */
export function placeAfterEdit(all: readonly Identity[], shown: Identity, index: number): number {
  const found = all.findIndex(one => sameIdentity(one, shown));
  return found === -1 ? index : found;
}

export function sameIdentity(a: Identity, b: Identity): boolean {
  return a.name === b.name && a.namespace === b.namespace;
}

/** The DaemonSet of this name among objects; null: none of them is. */
export function findDaemonSet(objects: readonly JsonValue[], identity: Identity): { readonly [key: string]: JsonValue } | null {
  for (const object of objects) {
    if (isJsonObject(object) && member(object, 'kind') === 'DaemonSet' && sameIdentity(identityOf(object), identity)) return object;
  }
  return null;
}

function identityOf(object: JsonValue): Identity {
  const metadata = member(object, 'metadata');
  const name = member(metadata, 'name');
  const namespace = member(metadata, 'namespace');
  return {
    name: typeof name === 'string' ? name : '',
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : 'default',
  };
}
