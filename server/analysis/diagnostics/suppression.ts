import { lineBreakOf, lineOf, lineText } from '../document/lineIndex.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, type Fix, finding } from '../finding.ts';

/** A comment that silences rules on its own line or, when it stands alone, on the next line that holds something. */
interface Suppression {
  /** The line whose findings it silences. */
  readonly target: number;
  readonly rules: readonly string[];
  readonly span: { readonly start: number; readonly end: number };
}

const comment = /#\s*daemonscope-ignore\b([^#]*)/;

/** Takes out what comments silence, offers such a comment for the rest, and reports comments that silence nothing. Syntax errors cannot be silenced. */
export function suppress(document: YamlDocument, findings: readonly Finding[]): readonly Finding[] {
  const suppressions = collect(document);
  const used = new Set<Suppression>();
  const kept = findings.filter(one => {
    const by = suppressions.find(suppression => silences(document, suppression, one));
    if (by !== undefined) used.add(by);
    return by === undefined;
  });
  const idle = suppressions.filter(suppression => !used.has(suppression)).map(toIdle);
  return [...kept.map(one => withSuppressFix(document, one)), ...idle];
}

function collect(document: YamlDocument): readonly Suppression[] {
  if (!document.text.includes('daemonscope-ignore')) return [];
  const found: Suppression[] = [];
  // From the last line up, so that the next filled one is known.
  let filled = document.lines.starts.length - 1;
  for (let line = document.lines.starts.length - 1; line >= 0; line--) {
    const text = lineText(document.lines, line);
    const suppression = suppressionOn(document, line, text, filled);
    if (suppression !== null) found.push(suppression);
    if (/^\s*[^\s#]/.test(text)) filled = line;
  }
  return found.reverse();
}

function suppressionOn(document: YamlDocument, line: number, text: string, nextFilled: number): Suppression | null {
  const found = comment.exec(text);
  if (found === null) return null;
  const start = document.lines.starts[line] ?? 0;
  const alone = text.slice(0, found.index).trim() === '';
  const span = { start: start + found.index, end: start + text.trimEnd().length };
  const rules = (found[1] ?? '').split(/[\s,]+/).filter(rule => rule !== '');
  return { target: alone ? nextFilled : line, rules, span };
}

function silences(document: YamlDocument, suppression: Suppression, one: Finding): boolean {
  return (
    one.rule !== 'yaml-syntax' && lineOf(document.lines, one.span.start) === suppression.target && suppression.rules.includes(one.rule)
  );
}

function toIdle(suppression: Suppression): Finding {
  const message =
    suppression.rules.length === 0
      ? 'Name the rules to ignore: # daemonscope-ignore RULE.'
      : `There is no problem ${suppression.rules.join(', ')} here to ignore: remove this comment.`;
  return finding({ rule: 'idle-suppression', severity: 'warning', span: suppression.span, message, tag: 'unnecessary' });
}

function withSuppressFix(document: YamlDocument, one: Finding): Finding {
  if (one.rule === 'yaml-syntax') return one;
  const fix = suppressFix(document, one);
  return fix === null ? one : { ...one, fixes: [...one.fixes, fix] };
}

/** A comment on a line of its own above: a trailing one would break a block scalar or a flow collection. */
function suppressFix(document: YamlDocument, one: Finding): Fix | null {
  const line = lineOf(document.lines, one.span.start);
  const start = document.lines.starts[line] ?? 0;
  const indent = /^ */.exec(lineText(document.lines, line))?.[0] ?? '';
  if (document.text.trimStart().startsWith('{')) return null;
  const newline = lineBreakOf(document.text);
  const newText = `${indent}# daemonscope-ignore ${one.rule}${newline}`;
  return { title: `Ignore ${one.rule} here`, preferred: false, edits: [{ span: { start, end: start }, newText }] };
}
