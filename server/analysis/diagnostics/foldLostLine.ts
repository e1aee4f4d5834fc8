import { lineBreakOf, lineText } from '../document/lineIndex.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, type Fix, finding } from '../finding.ts';
import { type LostLine, lostLines, textOf } from './lostLine.ts';

/** Looks at a text as it would be with another line. */
export type LookAgain = (text: string) => readonly Finding[];

/** Each look reads and judges the document anew. */
const mostLooks = 10;
/** A line takes no more than a block of a manifest with it. */
const mostErrors = 60;
/** Half typed or not, a large document must not be read ten times a keystroke. */
const longest = 20_000;

/**
 * One lost line is one mistake, however much seems wrong below it: when a single line more takes the errors away, they are told as that line. Which one
 * it is is tried out, so nothing is claimed that would not help.
 */
export function foldLostLine(document: YamlDocument, found: readonly Finding[], look: LookAgain): readonly Finding[] {
  const errors = found.filter(one => one.severity === 'error').sort((a, b) => a.span.start - b.span.start);
  if (!mayBeOne(document, errors)) return found;
  const signs = errors.filter(isSign).slice(0, 3);
  const candidates = lostLines(
    document,
    signs.map(one => one.span.start),
  ).slice(0, mostLooks);
  const best = bestOf(document, errors, candidates, look);
  if (best === null) return found;
  const gone = new Set(errors.filter(one => !best.left.has(keyOf(one))));
  const kept = found.filter(
    one => !gone.has(one) && (one.severity === 'error' || best.left.size > 0 || !isBelow(one, document, best.lost)),
  );
  return [toFinding(document, best, [...gone]), ...kept];
}

/** Errors of a kind that a lost line causes, and more than one, or one that shakes what follows. */
function mayBeOne(document: YamlDocument, errors: readonly Finding[]): boolean {
  if (document.text.length > longest || document.holes.length > 0 || errors.length > mostErrors) return false;
  const shaken = document.problems.length > 0;
  // an alias that leads nowhere is no sign of a lost line
  if (!shaken && errors.some(one => one.rule === 'yaml-syntax')) return false;
  return (shaken ? errors.length > 0 && document.problems.every(problem => problem.shakes) : errors.length > 1) && errors.some(isSign);
}

const signs: readonly string[] = ['yaml-syntax', 'unknown-field', 'duplicate-key', 'required-field', 'forbidden-field'];

/** A key that is nearly another one is a slip of its own. */
function isSign({ rule, message }: Finding): boolean {
  return signs.includes(rule) && !message.includes('did you mean');
}

interface Best {
  readonly lost: LostLine;
  /** Of an entry, its first key's; a stand-in where nothing tells it. */
  readonly value: string;
  /** Other keys that would do as well. */
  readonly others: readonly string[];
  /** What is wrong all the same. */
  readonly left: ReadonlySet<string>;
}

function bestOf(document: YamlDocument, errors: readonly Finding[], candidates: readonly LostLine[], look: LookAgain): Best | null {
  const known = new Set(errors.map(keyOf));
  const shaken = document.problems.length > 0;
  const helping: Tried[] = [];
  for (const lost of candidates) {
    const [best] = helping;
    // which key it is may be open, not where it is missing
    if (best?.after.length === 0 && !isSamePlace(best.lost, lost)) break;
    const value = missedName(errors) ?? standIn;
    const after = look(withLine(document, lost, value)).filter(one => one.severity === 'error' && !isAboutStandIn(one));
    const helps = shaken ? after.length === 0 : after.every(one => known.has(keyOf(one))) && errors.length - after.length > 1;
    if (helps) helping.push({ lost, after, value });
    helping.sort((x, y) => x.after.length - y.after.length);
  }
  const [first, ...rest] = helping;
  if (first === undefined) return null;
  const others = rest
    .filter(({ lost, after }) => after.length === first.after.length && isSamePlace(lost, first.lost))
    .map(({ lost }) => lost.key);
  return { lost: first.lost, value: first.value, others, left: new Set(first.after.map(keyOf)) };
}

interface Tried {
  readonly lost: LostLine;
  readonly after: readonly Finding[];
  readonly value: string;
}

function isSamePlace(a: LostLine, b: LostLine): boolean {
  return a.before === b.before && a.column === b.column;
}

/** For a value that nobody knows. */
const standIn = 'stand-in';

function isAboutStandIn({ message }: Finding): boolean {
  return message.includes(standIn);
}

/** The name of something that is used and stands nowhere: most likely the lost entry's. */
function missedName(errors: readonly Finding[]): string | null {
  const missed = errors.find(one => one.reason === 'FieldValueNotFound');
  return (missed === undefined ? null : /Not found: "([a-z0-9-]+)"/.exec(missed.message)?.[1]) ?? null;
}

function withLine(document: YamlDocument, lost: LostLine, value: string): string {
  const start = document.lines.starts[lost.before] ?? 0;
  return `${document.text.slice(0, start)}${textOf(lost, value)}\n${document.text.slice(start)}`;
}

function isBelow(one: Finding, document: YamlDocument, lost: LostLine): boolean {
  return one.span.start >= (document.lines.starts[lost.before] ?? 0);
}

function keyOf({ rule, path, message }: Finding): string {
  return `${rule} ${path} ${message}`;
}

function toFinding(document: YamlDocument, best: Best, gone: readonly Finding[]): Finding {
  const { lost, others } = best;
  const start = document.lines.starts[lost.before] ?? 0;
  const text = lineText(document.lines, lost.before);
  const lead = /^[\s-]*/.exec(text)?.[0].length ?? 0;
  const word = /^[^\s:#]+/.exec(text.slice(lead))?.[0].length ?? 1;
  const shaken = gone.some(one => one.rule === 'yaml-syntax');
  const names = [lost.key, ...others].slice(0, 3).map(key => `"${lineOfKey(best, key)}"`);
  const sure = others.length === 0 && !(lost.item && best.value === standIn);
  return finding({
    rule: shaken ? 'yaml-syntax' : 'unknown-field',
    reason: shaken ? 'YAMLSyntax' : 'UnknownField',
    severity: 'error',
    span: { start: start + lead, end: start + lead + word },
    message: `Is the line ${names.join(' or ')} missing above? With it, this and what follows would be in place.`,
    path: gone.find(one => one.path !== '')?.path ?? '',
    fixes: sure ? [insertFix(document, best)] : [],
  });
}

function lineOfKey({ lost, value }: Best, key: string): string {
  return lost.item ? `- ${key}: ${value === standIn ? '…' : value}` : `${key}:`;
}

function insertFix(document: YamlDocument, best: Best): Fix {
  const start = document.lines.starts[best.lost.before] ?? 0;
  const newline = lineBreakOf(document.text);
  const newText = `${textOf(best.lost, best.value)}${newline}`;
  return { title: `Insert "${lineOfKey(best, best.lost.key)}" above`, preferred: true, edits: [{ span: { start, end: start }, newText }] };
}
