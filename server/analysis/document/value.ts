import type { JsonValue } from '../../../core/base/json.ts';
import { createScope, type Scope, spend } from './aliases.ts';
import { resolveScalar } from './scalar.ts';
import type { Mapping, Node, Pair, Span } from './tree.ts';

/** A step from a value to one inside it, as in JSON. */
export type Step = string | number;

/** What a tree says that is no JSON, or says twice. */
export interface ValueProblem {
  readonly span: Span;
  readonly message: string;
  readonly kind: 'syntax' | 'alias' | 'duplicate-key';
  /** Where the object at fault stands; for a duplicate key, the key itself. */
  readonly path: readonly Step[];
  /** The place the message speaks of: the first of two equal keys. */
  readonly related: Span | null;
}

export interface TreeValue {
  readonly value: JsonValue;
  readonly problems: readonly ValueProblem[];
}

/**
 * The JSON that Kubernetes makes of a tree: scalars as go-yaml resolves them, aliases and merge keys followed, of two equal keys the last. What it
 * would refuse is a problem, and null in the value. Aliases that blow up are cut off.
 */
export function readValue(root: Node | null): TreeValue {
  if (root === null) return { value: null, problems: [] };
  const reading: Reading = { scope: createScope(root), problems: [], path: [] };
  return { value: read(root, reading), problems: reading.problems };
}

/** More is no slip but another kind of file. */
const mostProblems = 100;

interface Reading {
  readonly scope: Scope;
  readonly problems: ValueProblem[];
  readonly path: Step[];
}

function read(node: Node, reading: Reading): JsonValue {
  switch (node.kind) {
    case 'scalar':
      return readScalar(node.text, node.style === 'plain', node.tag, node.span, reading);
    case 'sequence':
      return node.items.map((item, index) => readStep(index, item, reading));
    case 'mapping':
      return readMapping(node, reading);
    case 'alias':
      return readAlias(node.name, node.span, reading);
  }
}

function readStep(step: Step, node: Node, reading: Reading): JsonValue {
  reading.path.push(step);
  const value = read(node, reading);
  reading.path.pop();
  return value;
}

function readScalar(text: string, plain: boolean, tag: string | null, span: Span, reading: Reading): JsonValue {
  const resolved = resolveScalar(text, plain, tag);
  if ('value' in resolved) return resolved.value;
  return report(reading, span, resolved.error);
}

function readAlias(name: string, span: Span, reading: Reading): JsonValue {
  const target = reading.scope.anchors.get(name);
  if (target === undefined) return report(reading, span, `There is no anchor &${name} in this document.`);
  if (reading.scope.open.has(name)) return reportAlias(reading, span, `The anchor &${name} contains itself.`);
  if (!spend(reading.scope, name))
    return reportAlias(reading, span, 'The aliases of this document blow up to an object no server would take.');
  reading.scope.open.add(name);
  const value = read(target, reading);
  reading.scope.open.delete(name);
  return value;
}

/** Merge keys give way to the mapping's own keys, wherever they stand; of several merged mappings the first wins. */
function readMapping(node: Mapping, reading: Reading): JsonValue {
  const own = new Map<string, JsonValue>();
  const seen = new Map<string, Span>();
  for (const pair of node.pairs) {
    if (isMergeKey(pair)) continue;
    const key = readKey(pair.key, reading);
    if (key === null) continue;
    const first = seen.get(key);
    if (first !== undefined) reportDuplicate(key, pair.key.span, first, reading);
    else seen.set(key, pair.key.span);
    own.set(key, readStep(key, pair.value, reading));
  }
  for (const pair of node.pairs.filter(isMergeKey)) mergeInto(own, pair.value, reading);
  return toObject(own);
}

function readKey(key: Node, reading: Reading): string | null {
  if (key.kind === 'alias') {
    const target = reading.scope.anchors.get(key.name);
    if (target?.kind === 'scalar') return readKey(target, reading);
  }
  if (key.kind !== 'scalar') {
    report(reading, key.span, templateHint(key) ?? 'A key has to be a plain text: this one is a list or an object.');
    return null;
  }
  const resolved = resolveScalar(key.text, key.style === 'plain', key.tag);
  if ('value' in resolved && resolved.value !== null)
    return typeof resolved.value === 'string' ? resolved.value : keyText(resolved.value, key.text);
  report(reading, key.span, key.text === '' ? 'A key is missing before the colon.' : `${key.text} cannot be a key: put it in quotes.`);
  return null;
}

/** Keys that look like numbers or booleans become their JSON text, as in Kubernetes' conversion of YAML to JSON. */
function keyText(value: number | boolean, text: string): string {
  return typeof value === 'number' && /^[1-9][0-9]*$/.test(text) ? text : String(value);
}

/** `{{ x }}` reads as a mapping whose key is a mapping: nobody means that. */
function templateHint(key: Node): string | null {
  return key.kind === 'mapping' && key.flow
    ? 'Template braces {{ }} are no YAML: put the value in quotes, or render the template first.'
    : null;
}

export function isMergeKey(pair: Pair): boolean {
  return pair.key.kind === 'scalar' && pair.key.style === 'plain' && pair.key.text === '<<';
}

function mergeInto(own: Map<string, JsonValue>, node: Node, reading: Reading): void {
  for (const source of node.kind === 'sequence' ? node.items : [node]) {
    const merged = readStep('<<', source, reading);
    if (typeof merged !== 'object' || merged === null || Array.isArray(merged)) {
      report(reading, source.span, 'A merge key << needs an alias of a mapping.');
      continue;
    }
    for (const [key, value] of Object.entries(merged)) if (!own.has(key)) own.set(key, value);
  }
}

function toObject(entries: ReadonlyMap<string, JsonValue>): JsonValue {
  const object: Record<string, JsonValue> = {};
  for (const [key, value] of entries) {
    if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
    else object[key] = value;
  }
  return object;
}

function reportDuplicate(key: string, span: Span, first: Span, reading: Reading): void {
  if (reading.problems.length >= mostProblems) return;
  reading.problems.push({
    kind: 'duplicate-key',
    span,
    related: first,
    path: [...reading.path, key],
    message: `The key "${key}" is already set above: the API server refuses it, and kubectl would silently keep the last.`,
  });
}

/** Each of them makes many: told once. */
function reportAlias(reading: Reading, span: Span, message: string): null {
  return reading.problems.some(problem => problem.message === message) ? null : report(reading, span, message, 'alias');
}

function report(reading: Reading, span: Span, message: string, kind: 'syntax' | 'alias' = 'syntax'): null {
  if (reading.problems.length < mostProblems) reading.problems.push({ kind, span, message, path: [...reading.path], related: null });
  return null;
}
