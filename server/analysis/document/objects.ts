import { isJsonArray, type JsonValue, member } from '../../../core/base/json.ts';
import type { Position } from '../../../core/protocol/lsp.ts';
import { finish, type Steps } from '../steps.ts';
import { isList } from './daemonSets.ts';
import { indexLines, positionAt } from './lineIndex.ts';
import { type LengthLimit, parseYaml } from './parse.ts';
import { plainYamlInSteps } from './plainYaml.ts';
import { splitDocuments } from './split.ts';
import { readValue } from './value.ts';

/** A list of many objects may be larger than any of them; beyond this a general parser takes too long. */
const wholeList: LengthLimit = {
  characters: 5 * 1024 * 1024,
  message: 'This list is larger than 5 MiB: save it as JSON (kubectl … -o json).',
};

/** The general parser takes two seconds for so much; whoever types waits for it. */
const mostUnusual = 1_572_864;
const unusual =
  'From here on this list is not written as kubectl prints it, and with more than 1.5 MiB reading it would take too long: save it as JSON (kubectl … -o json).';

/** All objects of a text that is no open file. */
export interface ParsedObjects {
  /** One value a YAML document, `List` items taken apart, empty documents left out. */
  readonly objects: readonly JsonValue[];
  /** The first thing that could not be read; the objects before and after it are there. */
  readonly problem: { readonly message: string; readonly position: Position } | null;
}

/** Reads the objects of a YAML or JSON text as Kubernetes would. */
export function parseObjects(text: string): ParsedObjects {
  return finish(objectsInSteps(text));
}

/** The same, with a pause every few milliseconds where a list is long. */
export function* objectsInSteps(text: string): Steps<ParsedObjects> {
  const objects: JsonValue[] = [];
  let problem: ParsedObjects['problem'] = null;
  for (const chunk of splitDocuments(text)) {
    const read = yield* readChunk(chunk.text);
    if ('value' in read) objects.push(...takeApart(read.value));
    else problem ??= { message: read.message, position: positionAt(indexLines(text), chunk.start + read.offset) };
  }
  return { objects, problem };
}

type ReadChunk = { readonly value: JsonValue } | { readonly message: string; readonly offset: number };

/** Most texts come from kubectl and are written plainly; what is not is the general parser's, unless that would take seconds. */
function* readChunk(text: string): Steps<ReadChunk> {
  const plain = text.length > wholeList.characters ? null : yield* plainYamlInSteps(text);
  if (plain !== null && 'value' in plain) return plain;
  if (plain !== null && text.length > mostUnusual) return { message: unusual, offset: indexLines(text).starts[plain.stoppedAt] ?? 0 };
  const parsed = parseYaml(text, wholeList);
  const read = readValue(parsed.root);
  const first = parsed.problems[0] ?? read.problems.find(one => one.kind !== 'duplicate-key');
  return first === undefined ? { value: read.value } : { message: first.message, offset: first.span.start };
}

function takeApart(value: JsonValue): readonly JsonValue[] {
  if (value === null) return [];
  const items = member(value, 'items');
  return isList(value) || isUntypedList(value) ? (isJsonArray(items) ? items : []) : [value];
}

/** `NodeList`, `PodList` …, as the API returns them. */
function isUntypedList(value: JsonValue): boolean {
  const kind = member(value, 'kind');
  return typeof kind === 'string' && kind.endsWith('List') && isJsonArray(member(value, 'items'));
}
