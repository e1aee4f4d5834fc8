import type { Range } from '../../../core/protocol/lsp.ts';
import { lineEnd, lineOf, rangeOf } from '../document/lineIndex.ts';
import { type Node, type Pair, type Span, touches } from '../document/tree.ts';
import { readYamlDocument } from '../document/yamlDocument.ts';
import type { FileMode } from '../settings.ts';

/**
 * What a growing selection takes in, innermost first, each one holding the one before: the key or value at an offset, the entry, the block around it,
 * and so on up to the YAML document.
 */
export function selectionsAt(text: string, offset: number, mode: FileMode): readonly Range[] {
  const { root, lines } = readYamlDocument(text, mode);
  const around: Span[] = [{ start: 0, end: text.length }];
  if (root !== null) enter(root, offset, around);
  const line = lineOf(lines, offset);
  const inLine = { start: Math.min(offset, lineEnd(lines, line)), end: Math.min(offset, lineEnd(lines, line)) };
  return grow([...around, inLine].map(span => ({ start: span.start, end: trimmedEnd(text, span) }))).map(span => rangeOf(lines, span));
}

function enter(node: Node, offset: number, around: Span[]): void {
  if (!touches(node.span, offset)) return;
  around.push(node.span);
  if (node.kind === 'sequence') {
    const item = node.items.find(one => touches(one.span, offset));
    if (item !== undefined) enter(item, offset, around);
  }
  if (node.kind !== 'mapping') return;
  const pair = node.pairs.find(one => touches(one.key.span, offset)) ?? node.pairs.find(one => touches(whole(one), offset));
  if (pair === undefined) return;
  around.push(whole(pair));
  enter(touches(pair.key.span, offset) ? pair.key : pair.value, offset, around);
}

function whole(pair: Pair): Span {
  return { start: pair.key.span.start, end: Math.max(pair.key.span.end, pair.value.span.end) };
}

/** The parser counts the line breaks behind a block to it; nobody selects those. */
function trimmedEnd(text: string, { start, end }: Span): number {
  let at = end;
  while (at > start && /\s/.test(text[at - 1] ?? '')) at--;
  return at;
}

/** Innermost first, each really larger than the one before and around it. */
function grow(outermostFirst: readonly Span[]): readonly Span[] {
  const kept: Span[] = [];
  for (const span of outermostFirst) {
    const outer = kept.at(-1);
    const fits = outer === undefined || (outer.start <= span.start && span.end <= outer.end);
    const same = outer !== undefined && outer.start === span.start && outer.end === span.end;
    if (fits && !same) kept.push(span);
  }
  return kept.reverse();
}
