import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Position, type Range } from 'vscode-languageserver';
import { ruleScheme } from '../../core/protocol/lsp.ts';
import type { Problem } from '../analysis/report.ts';

const severities = { error: DiagnosticSeverity.Error, warning: DiagnosticSeverity.Warning, hint: DiagnosticSeverity.Hint } as const;
const tags = { unnecessary: DiagnosticTag.Unnecessary, deprecated: DiagnosticTag.Deprecated } as const;

/** A problem of a YAML document that starts at `startLine` of the file, as LSP has it. */
export function toDiagnostic(problem: Problem, uri: string, startLine: number): Diagnostic {
  const related = problem.related.map(one => ({ location: { uri, range: shiftRange(one.range, startLine) }, message: one.message }));
  return {
    range: shiftRange(problem.range, startLine),
    severity: severities[problem.severity],
    code: problem.rule,
    codeDescription: { href: `${ruleScheme}:/${problem.rule}.md` },
    source: 'daemonscope',
    message: problem.message,
    ...(related.length > 0 && { relatedInformation: related }),
    ...(problem.tag !== null && { tags: [tags[problem.tag]] }),
    ...(problem.path !== '' && { data: { path: problem.path } }),
  };
}

export function shiftRange(range: Range, lines: number): Range {
  return { start: shiftPosition(range.start, lines), end: shiftPosition(range.end, lines) };
}

export function shiftPosition(position: Position, lines: number): Position {
  return { line: position.line + lines, character: position.character };
}
