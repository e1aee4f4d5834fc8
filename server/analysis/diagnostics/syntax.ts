import type { ValueProblem } from '../document/value.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, finding } from '../finding.ts';
import { removePair } from '../fixes/removePair.ts';

const templateHint = 'Template braces {{ }} are no YAML: put the value in quotes, or open this file as a Helm template.';

/** The document's own mistakes: what the parser could not read. */
export function syntaxFindings(document: YamlDocument): readonly Finding[] {
  return document.problems.map(problem => {
    const line = lineAround(document.text, problem.span.start);
    const message = /^[^#'"]*\{\{/.test(line) ? templateHint : problem.message;
    return finding({ rule: 'yaml-syntax', reason: 'YAMLSyntax', severity: 'error', span: problem.span, message });
  });
}

/** What the tree of a DaemonSet says twice, or what is no JSON. */
export function valueFindings(document: YamlDocument, problems: readonly ValueProblem[]): readonly Finding[] {
  return problems.filter(problem => !overlapsHole(document, problem.span)).map(problem => toFinding(document, problem));
}

function toFinding(document: YamlDocument, problem: ValueProblem): Finding {
  const related = problem.related === null ? [] : [{ span: problem.related, message: 'It is set here first.' }];
  if (problem.kind !== 'duplicate-key')
    return finding({ rule: 'yaml-syntax', reason: 'YAMLSyntax', severity: 'error', span: problem.span, message: problem.message, related });
  const remove = (span: { start: number }, title: string) => removePair(document, span.start, title);
  const fixes = [remove(problem.span, 'Remove this key and its value'), remove(problem.related ?? problem.span, 'Remove the first one')];
  return finding({
    rule: 'duplicate-key',
    reason: 'DuplicateKey',
    severity: 'error',
    span: problem.span,
    message: problem.message,
    path: problem.path.join('.'),
    related,
    fixes: fixes.filter(fix => fix !== null),
  });
}

export function overlapsHole(document: YamlDocument, span: { readonly start: number; readonly end: number }): boolean {
  return document.holes.some(hole => hole.start < span.end && span.start < hole.end);
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? text.length : end);
}
