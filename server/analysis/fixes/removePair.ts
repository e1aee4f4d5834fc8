import { lineEnd, lineOf } from '../document/lineIndex.ts';
import type { Mapping, Node, Pair, Span } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import type { Fix } from '../finding.ts';

/** Takes out the key that starts at an offset, with its value and, in block style, its whole lines. Null where no key starts there. */
export function removePair(document: YamlDocument, keyStart: number, title: string): Fix | null {
  const found = document.root === null ? null : findPair(document.root, keyStart);
  if (found === null) return null;
  const span = found.mapping.flow ? flowSpan(document, found) : blockSpan(document, found);
  if (span === null) return null;
  return { title, preferred: false, edits: [{ span, newText: '' }] };
}

interface PairInMapping {
  readonly mapping: Mapping;
  readonly pair: Pair;
}

/** The pair whose key starts at an offset. */
export function findPair(node: Node, keyStart: number): PairInMapping | null {
  if (node.kind === 'sequence') return firstFound(node.items, item => findPair(item, keyStart));
  if (node.kind !== 'mapping') return null;
  const own = node.pairs.find(pair => pair.key.span.start === keyStart);
  if (own !== undefined) return { mapping: node, pair: own };
  return firstFound(node.pairs, pair => findPair(pair.value, keyStart));
}

function firstFound<T, R>(items: readonly T[], find: (item: T) => R | null): R | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** Whole lines, when nothing else stands on the first one; behind a dash, up to the next key. */
function blockSpan(document: YamlDocument, { mapping, pair }: PairInMapping): Span | null {
  const { lines, text } = document;
  const firstLine = lineOf(lines, pair.key.span.start);
  const lineStart = lines.starts[firstLine] ?? 0;
  const end = Math.max(pair.key.span.end, trimEnd(text, pair.value.span.end));
  const next = lines.starts[lineOf(lines, end) + 1] ?? text.length;
  if (text.slice(lineStart, pair.key.span.start).trim() === '') return { start: lineStart, end: next };
  const after = mapping.pairs[mapping.pairs.indexOf(pair) + 1];
  if (after !== undefined) return { start: pair.key.span.start, end: after.key.span.start };
  return mapping.pairs.length === 1 ? null : { start: pair.key.span.start, end: lineEnd(lines, lineOf(lines, end)) };
}

function flowSpan(document: YamlDocument, { mapping, pair }: PairInMapping): Span {
  const index = mapping.pairs.indexOf(pair);
  const next = mapping.pairs[index + 1];
  if (next !== undefined) return { start: pair.key.span.start, end: next.key.span.start };
  const before = mapping.pairs[index - 1];
  const end = Math.max(pair.key.span.end, trimEnd(document.text, pair.value.span.end));
  return { start: before === undefined ? pair.key.span.start : Math.max(before.key.span.end, before.value.span.end), end };
}

/** A block collection's span may reach over the blank lines behind it. */
function trimEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}
