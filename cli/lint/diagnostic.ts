import type { Problem } from '../../server/analysis/report.ts';

/** One finding in a file. Lines and columns count from 1, columns in UTF-16 units; the end is the first character behind it. The JSON output is a list of these. */
export interface LintDiagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: 'error' | 'warning' | 'hint';
  /** The rule's name. */
  readonly code: string;
  /** The field as the API server names it; empty where there is none. */
  readonly path: string;
  /** The API server's kind of refusal; empty for what it takes. */
  readonly reason: string;
  readonly message: string;
}

export function toDiagnostic(file: string, startLine: number, problem: Problem): LintDiagnostic {
  const { range, severity, rule, path, reason, message } = problem;
  return {
    file,
    line: startLine + range.start.line + 1,
    column: range.start.character + 1,
    endLine: startLine + range.end.line + 1,
    endColumn: range.end.character + 1,
    severity,
    code: rule,
    path,
    reason,
    message,
  };
}
