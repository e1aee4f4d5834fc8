import type { JsonValue } from '../../core/base/json.ts';

/** The value of a JSON text; undefined when it is none. Much quicker than a general YAML parser, and what `kubectl -o json` prints can be large. */
export function parseJson(text: string): JsonValue | undefined {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
