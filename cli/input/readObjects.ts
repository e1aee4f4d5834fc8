import fs from 'node:fs';
import { isJsonObject, type JsonValue } from '../../core/base/json.ts';
import { isOfDaemonSet, lean } from '../../core/simulation/clusterOf.ts';
import { parseObjects } from '../../server/analysis/document/objects.ts';
import { WrongUse } from '../wrongUse.ts';
import { jsonItems } from './jsonItems.ts';
import { readText } from './readText.ts';
import { createShrinker } from './shrink.ts';

/** A general YAML parser takes a second and more for each of these. */
const mostYamlCharacters = 5 * 1024 * 1024;

/** The Kubernetes objects of a YAML or JSON file (`-`: standard input), lists taken apart. */
export function readObjects(path: string): readonly JsonValue[] {
  if (isLargeJson(path)) return [...leanItems(path)];
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

/** A file above the limit of YAML whose first character is a brace. */
function isLargeJson(path: string): boolean {
  if (path === '-' || !fs.existsSync(path)) return false;
  const { size } = fs.statSync(path);
  if (size <= mostYamlCharacters) return false;
  const handle = fs.openSync(path, 'r');
  const head = Buffer.alloc(64);
  fs.readSync(handle, head, 0, head.length, 0);
  fs.closeSync(handle);
  return head.toString().trimStart().startsWith('{');
}

/** Item by item, without what no simulation needs: a list of 100,000 nodes has gigabytes. */
function* leanItems(path: string): Generator<JsonValue, void> {
  const shrink = createShrinker();
  for (const item of jsonItems(path)) if (isJsonObject(item) && !isOfDaemonSet(item)) yield shrink(lean(item));
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
