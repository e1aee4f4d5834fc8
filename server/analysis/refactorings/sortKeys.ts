import { compareOrdinal } from '../../../core/base/compare.ts';
import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import { lineBreakOf, lineEnd, lineOf, lineText } from '../document/lineIndex.ts';
import type { Mapping, Node, Pair } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { meansTheSame } from '../edits/meansTheSame.ts';
import { keyRanks } from './keyOrder.ts';
import type { RefactoringSource } from './refactoring.ts';

/**
 * Sorts the keys of a DaemonSet's objects in the order in which manifests are mostly written. Comments go with the key they stand above or beside; labels
 * and lists stay as they are. Offered on the keys of the root, and anywhere to who asks; not where it would change what the manifest says.
 */
export const sortKeys: RefactoringSource = ({ document, daemonSet, path, asked }) => {
  if (!asked && path.length !== 1) return [];
  const region = sortedRegion(document, daemonSet.node, [], true);
  if (region === null || document.text.slice(region.start, region.end) === region.text) return [];
  const edits = [{ span: { start: region.start, end: region.end }, newText: region.text }];
  return meansTheSame(document, edits) ? [{ title: 'Sort the keys in the usual order', edits }] : [];
};

/** A piece of the text, and what it becomes. */
interface Region {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A key with its value, and the comments above it. Lines without the last line break. */
interface Chunk {
  readonly rank: string;
  readonly comments: string;
  readonly body: string;
}

/** The lines of a block mapping with its keys, and those of everything inside it, in order. Null for one in braces, whose keys stay. */
function sortedRegion(document: YamlDocument, mapping: Mapping, path: JsonPath, isRoot: boolean): Region | null {
  const { text, lines } = document;
  const head = mapping.pairs[0]?.key.span.start;
  if (mapping.flow || head === undefined) return null;
  const line = lineOf(lines, head);
  const lineStart = lines.starts[line] ?? 0;
  const before = text.slice(lineStart, head);
  const isInline = before.trim() !== '';
  // What stands above the first key of a file is about the file.
  const start = isInline || isRoot ? lineStart : linesAbove(document, line, head - lineStart);
  const end = endOf(document, mapping, head - lineStart);
  const chunks = chunksOf(document, mapping, path, { start: isInline || isRoot ? head : start, end });
  const [first, ...others] = keyRanks(path) === null ? chunks : [...chunks].sort((a, b) => compareOrdinal(a.rank, b.rank));
  if (first === undefined) return null;
  const newLine = lineBreakOf(text);
  const indent = ' '.repeat(head - lineStart);
  const comments = first.comments.replace(/^(?:[ \t]*\r?\n)+/, '');
  const parts = [comments, `${before}${first.body}`, ...others.flatMap(chunk => [chunk.comments, `${indent}${chunk.body}`])];
  return { start, end, text: parts.filter(part => part !== '').join(newLine) };
}

function chunksOf(document: YamlDocument, mapping: Mapping, path: JsonPath, region: { start: number; end: number }): readonly Chunk[] {
  const { text, lines } = document;
  const ranks = keyRanks(path);
  const starts = mapping.pairs.map(({ key }, index) => {
    const line = lineOf(lines, key.span.start);
    return index === 0 ? region.start : linesAbove(document, line, key.span.start - (lines.starts[line] ?? 0));
  });
  return mapping.pairs.map((pair, index) => {
    const { key } = pair;
    const from = starts[index] ?? region.start;
    const next = starts[index + 1];
    const end = next === undefined ? region.end : lineEnd(lines, lineOf(lines, next) - 1);
    const keyLine = lines.starts[lineOf(lines, key.span.start)] ?? 0;
    const comments = from < keyLine ? text.slice(from, lineEnd(lines, lineOf(lines, keyLine) - 1)) : '';
    const name = key.kind === 'scalar' ? key.text : '';
    const body = rewrite(text, { start: key.span.start, end }, innerRegions(document, pair, [...path, name]));
    return { rank: ranks?.(name) ?? '', comments, body };
  });
}

function innerRegions(document: YamlDocument, { value }: Pair, path: JsonPath): readonly Region[] {
  const inside = (node: Node, place: JsonPath): readonly Region[] => {
    if (node.kind === 'sequence') return node.items.flatMap((item, index) => inside(item, [...place, index]));
    const region = node.kind === 'mapping' ? sortedRegion(document, node, place, false) : null;
    return region === null ? [] : [region];
  };
  return inside(value, path);
}

function rewrite(text: string, { start, end }: { start: number; end: number }, regions: readonly Region[]): string {
  let done = '';
  let at = start;
  for (const region of regions) {
    done += text.slice(at, region.start) + region.text;
    at = region.end;
  }
  return done + text.slice(at, end);
}

/** Where the blank lines and comments begin that stand right above a line, in its column. */
function linesAbove({ lines }: YamlDocument, line: number, column: number): number {
  let first = line;
  while (first > 0) {
    const above = lineText(lines, first - 1);
    const isComment = above.trimStart().startsWith('#') && above.length - above.trimStart().length === column;
    if (above.trim() !== '' && !isComment) break;
    first--;
  }
  return lines.starts[first] ?? 0;
}

/** The end of the last line of a mapping, with the comments below it that are indented deeper than its keys. */
function endOf({ text, lines }: YamlDocument, mapping: Mapping, column: number): number {
  const last = mapping.pairs.at(-1);
  let end = last === undefined ? mapping.span.end : Math.max(last.key.span.end + 1, last.value.span.end);
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--;
  let line = lineOf(lines, end);
  for (let next = line + 1; next < lines.starts.length; next++) {
    const below = lineText(lines, next);
    if (!/^\s*#/.test(below) || below.length - below.trimStart().length <= column) break;
    line = next;
  }
  return lineEnd(lines, line);
}
