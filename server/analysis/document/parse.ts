import * as yaml from 'yaml';
import { escapeProblem } from './escapes.ts';
import { nestingTooDeep } from './nesting.ts';
import { describeSyntaxError } from './syntaxMessages.ts';
import type { SyntaxProblem } from './syntaxProblem.ts';
import type { Node, Pair, Scalar, Span } from './tree.ts';

/** One YAML document as a tree. A broken one still has the tree of what could be read. */
export interface ParsedDocument {
  readonly root: Node | null;
  readonly problems: readonly SyntaxProblem[];
}

/** How long a text may be, and what to say of a longer one: parsing has to end. */
export interface LengthLimit {
  readonly characters: number;
  readonly message: string;
}

/** No object the API server stores is larger (etcd's limit of 1.5 MiB). */
const oneObject: LengthLimit = {
  characters: 1_572_864,
  message: 'This document is larger than 1.5 MiB: the API server takes no object of that size.',
};
const mostErrors = 5;
/** A DaemonSet is about 20 levels deep. */
export const maxDepth = 200;

/**
 * Parses the text of one YAML document. Scalars stay as they are written: {@link resolveScalar} says what Kubernetes makes of them. Time is bounded:
 * a text that is too long or nested too deeply is refused with one problem.
 */
export function parseYaml(text: string, limit: LengthLimit = oneObject): ParsedDocument {
  const refused = refuse(text, limit);
  if (refused !== null) return { root: null, problems: [refused] };
  const tokens = [...new yaml.Parser().parse(text)];
  if (nestingTooDeep(tokens, maxDepth)) {
    return {
      root: null,
      problems: [
        {
          span: firstLine(text),
          message: `This document is nested deeper than ${maxDepth} levels; no Kubernetes object is.`,
          shakes: true,
        },
      ],
    };
  }
  const composer = new yaml.Composer({ schema: 'failsafe', uniqueKeys: false, merge: false, prettyErrors: false, logLevel: 'silent' });
  const document = [...composer.compose(tokens, true, text.length)][0];
  if (document === undefined) return { root: null, problems: [] };
  const problems = [...directiveProblems(document, text), ...firstErrors(document).map(error => toProblem(error, text))];
  const root = document.contents === null ? null : convert(document.contents, { text, problems });
  return { root, problems };
}

/** What conversion needs of the document, and what it finds there. */
interface Conversion {
  readonly text: string;
  readonly problems: SyntaxProblem[];
}

function refuse(text: string, limit: LengthLimit): SyntaxProblem | null {
  if (text.length > limit.characters) return { span: firstLine(text), message: limit.message, shakes: true };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters YAML forbids
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.exec(text);
  if (control === null) return null;
  const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return {
    span: { start: control.index, end: control.index + 1 },
    message: `A control character (U+${code}) is not allowed in YAML. Is this a text file?`,
    shakes: true,
  };
}

function firstLine(text: string): Span {
  return { start: 0, end: /^[^\r\n]*/.exec(text)?.[0].length ?? 0 };
}

function directiveProblems(document: yaml.Document.Parsed, text: string): SyntaxProblem[] {
  const directive = document.directives.yaml;
  const at = text.search(/^%YAML/m);
  if (!directive.explicit || directive.version === '1.1' || at < 0) return [];
  return [{ span: { start: at, end: at + 5 }, message: 'Kubernetes reads YAML 1.1: remove this %YAML line.', shakes: false }];
}

/** Nobody reads a thousand complaints of one mistake, and each takes time to be put into words. */
function firstErrors(document: yaml.Document.Parsed): readonly yaml.YAMLError[] {
  return [...document.errors].sort((a, b) => a.pos[0] - b.pos[0]).slice(0, mostErrors);
}

function toProblem(error: yaml.YAMLError, text: string): SyntaxProblem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.min(Math.max(error.pos[1], start), text.length);
  const line = /^[^\r\n]*/.exec(text.slice(start, end))?.[0].length ?? 0;
  const span = { start, end: start + Math.max(line, Math.min(1, text.length - start)) };
  return describeSyntaxError({ code: error.code, detail: error.message, text, span });
}

function convert(node: yaml.ParsedNode, into: Conversion): Node {
  const span = spanOf(node);
  if (yaml.isAlias(node)) return { kind: 'alias', span, anchor: null, tag: null, name: node.source };
  const base = { span, anchor: node.anchor ?? null, tag: node.tag ?? null };
  if (yaml.isMap(node)) {
    const pairs = node.items.map(pair => convertPair(pair, into));
    return { ...base, tag: customTag(base.tag, 'map'), kind: 'mapping', flow: node.flow === true, pairs };
  }
  if (yaml.isSeq(node)) {
    const items = node.items.map(item => convertItem(item, into));
    return { ...base, tag: customTag(base.tag, 'seq'), kind: 'sequence', flow: node.flow === true, items };
  }
  return convertScalar(node, base, into);
}

function convertScalar(node: yaml.Scalar.Parsed, base: Pick<Scalar, 'span' | 'anchor' | 'tag'>, into: Conversion): Scalar {
  const style = node.type === 'PLAIN' ? 'plain' : node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL' ? 'block' : 'quoted';
  const badEscape = node.type === 'QUOTE_DOUBLE' ? escapeProblem(into.text, base.span) : null;
  if (badEscape !== null) into.problems.push(badEscape);
  // A tag that the parser knows has already made something else of the text.
  return { ...base, kind: 'scalar', style, text: typeof node.value === 'string' ? node.value : (node.source ?? '') };
}

function convertPair(pair: yaml.Pair<yaml.ParsedNode, yaml.ParsedNode | null>, into: Conversion): Pair {
  const key = convert(pair.key, into);
  return { key, value: pair.value === null ? emptyAt(key.span.end) : convert(pair.value, into) };
}

/** `[a: b]` is a sequence of one mapping of one pair. */
function convertItem(item: yaml.ParsedNode | yaml.Pair<yaml.ParsedNode, yaml.ParsedNode | null>, into: Conversion): Node {
  if (!yaml.isPair(item)) return convert(item, into);
  const pair = convertPair(item, into);
  const span = { start: pair.key.span.start, end: pair.value.span.end };
  return { kind: 'mapping', span, anchor: null, tag: null, flow: true, pairs: [pair] };
}

function emptyAt(offset: number): Scalar {
  return { kind: 'scalar', span: { start: offset, end: offset }, anchor: null, tag: null, style: 'plain', text: '' };
}

/** The tags every mapping and sequence has are of no interest. */
function customTag(tag: string | null, standard: 'map' | 'seq'): string | null {
  return tag === `tag:yaml.org,2002:${standard}` ? null : tag;
}

function spanOf(node: yaml.ParsedNode): Span {
  return { start: node.range[0], end: node.range[1] };
}
