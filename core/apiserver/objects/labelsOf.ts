import { isJsonObject, type JsonValue } from '../../base/json.ts';
import type { Labels } from '../../kubernetes/objects/meta.ts';

/** Labels or annotations as JSON; what is no text is left out. */
export function labelsOf(value: JsonValue | undefined): Labels {
  const pairs = isJsonObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(pairs.flatMap(([key, text]): [string, string][] => (typeof text === 'string' ? [[key, text]] : [])));
}
