import type { LintDiagnostic } from '../diagnostic.ts';

const commands = { error: 'error', warning: 'warning', hint: 'notice' } as const;

/** Workflow commands that GitHub Actions turns into annotations of a pull request. */
export function githubReport(diagnostics: readonly LintDiagnostic[]): string {
  return diagnostics.map(one => `::${commands[one.severity]} ${properties(one)}::${data(one.message)}\n`).join('');
}

function properties(one: LintDiagnostic): string {
  const { file, line, column, endLine, endColumn, code } = one;
  // GitHub takes columns only for annotations of a single line.
  const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
  return `file=${property(file)},line=${line},endLine=${endLine}${columns},title=${property(`daemonscope ${code}`)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
