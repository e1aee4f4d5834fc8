import { isJsonObject, type JsonObject, type JsonValue } from '../../../core/base/json.ts';
import { yamlLine } from '../../../core/presentation/mend.ts';
import { lineBreakOf, lineOf } from '../document/lineIndex.ts';
import { isEmptyScalar, type Mapping, type Node, type Pair } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import type { SpanEdit } from '../finding.ts';
import { removePair } from '../fixes/removePair.ts';
import { type BlockStyle, pairText, valueText } from './yamlText.ts';

/**
 * The edits that give a field the value `json`, and leave everything else of the text as it is: comments, order, style. Fields on the way
 * that are not there are written. Null where that cannot be done by edits of this place alone: behind an alias, or where a list or text stands
 * in the way.
 */
export function setField(document: YamlDocument, root: Mapping, steps: readonly string[], json: JsonValue): readonly SpanEdit[] | null {
  const edits = editsFor(document, root, steps, json);
  return edits === null ? null : joined(edits);
}

/** Insertions at one place as one: their order must not depend on who applies them. */
function joined(edits: readonly SpanEdit[]): readonly SpanEdit[] {
  const result: SpanEdit[] = [];
  for (const edit of edits) {
    const same = result.findIndex(({ span }) => span.start === edit.span.start && span.end === span.start && edit.span.end === span.start);
    const before = result[same];
    if (before === undefined) result.push(edit);
    else result[same] = { span: edit.span, newText: before.newText + edit.newText };
  }
  return result;
}

function editsFor(document: YamlDocument, root: Mapping, steps: readonly string[], json: JsonValue): readonly SpanEdit[] | null {
  let node: Node = root;
  for (const [depth, step] of steps.entries()) {
    const rest = steps.slice(depth + 1);
    if (node.kind === 'sequence') {
      const item: Node | undefined = node.items[Number(step)];
      if (item === undefined) return null;
      node = item;
    } else {
      if (node.kind !== 'mapping') return null;
      const pair: Pair | undefined = pairOf(node, step);
      if (pair === undefined) return insertPairs(document, node, { [step]: nested(rest, json) });
      if (rest.length === 0) return setValue(document, node, pair, json);
      if (isEmptyScalar(pair.value)) return replaceValue(document, node, pair, nested(rest, json));
      node = pair.value;
    }
  }
  return null;
}

function pairOf(mapping: Mapping, key: string): Pair | undefined {
  return mapping.pairs.findLast(pair => pair.key.kind === 'scalar' && pair.key.text === key);
}

/** `['a', 'b']`, 1 → `{ a: { b: 1 } }` */
function nested(steps: readonly string[], json: JsonValue): JsonValue {
  return steps.reduceRight<JsonValue>((inner, step) => ({ [step]: inner }), json);
}

/** An object goes into an object member by member, so that what stays keeps its comments. */
function setValue(document: YamlDocument, mapping: Mapping, pair: Pair, json: JsonValue): readonly SpanEdit[] | null {
  if (pair.value.kind === 'alias') return null;
  if (!isJsonObject(json) || pair.value.kind !== 'mapping') return replaceValue(document, mapping, pair, json);
  const edits = mergeInto(document, pair.value, json);
  return edits ?? replaceValue(document, mapping, pair, json);
}

/** Null: nothing that is there would stay. */
function mergeInto(document: YamlDocument, mapping: Mapping, json: JsonObject): readonly SpanEdit[] | null {
  const kept = mapping.pairs.filter(pair => pair.key.kind === 'scalar' && Object.hasOwn(json, pair.key.text));
  if (kept.length === 0) return null;
  const edits: (readonly SpanEdit[] | null)[] = mapping.pairs.map(pair =>
    kept.includes(pair) && pair.key.kind === 'scalar'
      ? setValue(document, mapping, pair, json[pair.key.text] ?? null)
      : (removePair(document, pair.key.span.start, '')?.edits ?? null),
  );
  const added = Object.fromEntries(Object.entries(json).filter(([key]) => pairOf(mapping, key) === undefined));
  if (Object.keys(added).length > 0) edits.push(insertPairs(document, mapping, added, kept.at(-1)));
  return edits.some(edit => edit === null) ? null : edits.flatMap(edit => edit ?? []);
}

function replaceValue(document: YamlDocument, mapping: Mapping, { key, value }: Pair, json: JsonValue): readonly SpanEdit[] | null {
  if (value.kind === 'alias' || value.anchor !== null) return null;
  const { text } = document;
  const { span } = value;
  if (mapping.flow) return [{ span, newText: yamlLine(json) }];
  const colon = text.indexOf(':', key.span.end);
  if (colon < 0) return null;
  const end = Math.max(colon + 1, trimEnd(text, span.end));
  const inLine = value.kind === 'scalar' && span.end > span.start && !isJsonObject(json);
  if (inLine) return [{ span: { start: span.start, end }, newText: yamlLine(json) }];
  return [{ span: { start: colon + 1, end }, newText: valueText(json, styleOf(document, mapping)) }];
}

/** Behind the last pair (or `behind`), on lines of their own; in flow style between the braces. */
function insertPairs(
  document: YamlDocument,
  mapping: Mapping,
  added: JsonObject,
  behind = mapping.pairs.at(-1),
): readonly SpanEdit[] | null {
  if (mapping.flow) return insertFlow(document, mapping, added);
  if (behind === undefined) return null;
  const style = styleOf(document, mapping);
  const at = lineEndAfter(document.text, Math.max(behind.key.span.end + 1, trimEnd(document.text, behind.value.span.end)));
  const lines = Object.entries(added).map(([key, value]) => `${style.lineBreak}${' '.repeat(style.indent)}${pairText(key, value, style)}`);
  return [{ span: { start: at, end: at }, newText: lines.join('') }];
}

function insertFlow({ text }: YamlDocument, mapping: Mapping, added: JsonObject): readonly SpanEdit[] | null {
  const close = mapping.span.end - 1;
  if (text[close] !== '}') return null;
  const at = trimEnd(text, close);
  const pairs = Object.entries(added).map(([key, value]) => `${yamlLine(key)}: ${yamlLine(value)}`);
  return [
    {
      span: { start: at, end: at },
      newText: `${mapping.pairs.length === 0 ? ' ' : ', '}${pairs.join(', ')}${mapping.pairs.length === 0 ? ' ' : ''}`,
    },
  ];
}

/** Keys stand where the mapping's own stand; each level adds what this text adds elsewhere, else two columns. */
function styleOf({ text, lines, root }: YamlDocument, mapping: Mapping): BlockStyle {
  const column = (offset: number): number => offset - (lines.starts[lineOf(lines, offset)] ?? 0);
  const indent = column(mapping.pairs[0]?.key.span.start ?? mapping.span.start);
  return { indent, step: stepOf(root, column) ?? 2, lineBreak: lineBreakOf(text) };
}

function stepOf(root: Node | null, column: (offset: number) => number): number | null {
  if (root?.kind !== 'mapping' || root.flow) return null;
  for (const { key, value } of root.pairs) {
    const inner = value.kind === 'mapping' && !value.flow ? value.pairs[0] : undefined;
    if (inner !== undefined) return Math.max(1, column(inner.key.span.start) - column(key.span.start));
  }
  return null;
}

/** The end of the line, a comment behind the value included. */
function lineEndAfter(text: string, offset: number): number {
  const match = /[\r\n]|$/.exec(text.slice(offset));
  return offset + (match?.index ?? 0);
}

function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
