import type { JsonValue } from '../../core/base/json.ts';
import { parseObjects } from '../../server/analysis/document/objects.ts';
import { WrongUse } from '../wrongUse.ts';
import { readText } from './readText.ts';

/** A general YAML parser takes a second and more for each of these. */
const mostYamlCharacters = 5 * 1024 * 1024;

/** The Kubernetes objects of a YAML or JSON file (`-`: standard input), lists taken apart. */
export function readObjects(path: string): readonly JsonValue[] {
  const text = readText(path);
  if (/^\s*[{[]/.test(text)) {
    const json = parseJson(text);
    if (json !== undefined) return listed(json);
  }
  if (text.length > mostYamlCharacters) throw new WrongUse(`${path} is too large for YAML (over 5 MB): save it with "-o json".`);
  const { objects, problem } = parseObjects(text);
  if (problem === null) return objects;
  const { line, character } = problem.position;
  throw new WrongUse(`${path}:${line + 1}:${character + 1}: ${problem.message}`);
}

/** JSON the quick way; undefined when it is none (a YAML flow mapping may still be meant). */
function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function listed(json: JsonValue): readonly JsonValue[] {
  if (Array.isArray(json)) return json;
  const items = typeof json === 'object' && json !== null && 'items' in json ? json.items : undefined;
  return Array.isArray(items) ? items : [json];
}
