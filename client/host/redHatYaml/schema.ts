import { isJsonArray, isJsonObject, type JsonValue } from '../../../core/base/json.ts';
import type { Owner } from './documents.ts';

/** The scheme of our schemas' URIs, and the name under which we offer them. */
export const schemaScheme = 'daemonscope-yaml';

/**
 * The text behind `?` of a schema's URI. It says all that the schema consists of, so the YAML extension may keep a schema as long as it likes: another row of
 * documents has another URI. `schemas` are those that the user's settings give the whole file.
 */
export function schemaQuery(owners: readonly Owner[], schemas: readonly string[]): string {
  return JSON.stringify([owners.map(owner => (owner === 'ours' ? 'o' : 't')).join(''), ...schemas]);
}

/** The JSON schema that such a text stands for: one for each document, an empty one where the help is ours. */
export function schemaOfQuery(query: string): string {
  const parts = read(query);
  const theirs = parts.slice(1).map($ref => ({ $ref }));
  const others = theirs.length === 1 ? theirs[0] : theirs.length === 0 ? {} : { allOf: theirs };
  return JSON.stringify({ schemaSequence: [...(parts[0] ?? '')].map(owner => (owner === 'o' ? {} : others)) });
}

function read(query: string): readonly string[] {
  try {
    const value: unknown = JSON.parse(query);
    return Array.isArray(value) ? value.map(String) : [];
  } catch {
    return [];
  }
}

/** The schemas that a setting `yaml.schemas` gives a file, by the patterns that `matches` it. Names instead of addresses are the extension's own business. */
export function schemasFor(setting: JsonValue | undefined, matches: (pattern: string) => boolean): readonly string[] {
  if (setting === undefined || !isJsonObject(setting)) return [];
  return Object.entries(setting).flatMap(([schema, patterns]) => {
    const all = isJsonArray(patterns) ? patterns : [patterns];
    return all.some(pattern => typeof pattern === 'string' && matches(pattern)) ? [schema] : [];
  });
}
