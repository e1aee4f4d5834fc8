import type { LintDiagnostic } from '../diagnostic.ts';

/** `file:line:column: severity: message [rule]`, a line each, as compilers do; then a count. Not stable: programs read JSON. */
export function textReport(diagnostics: readonly LintDiagnostic[], looked: number): string {
  const lines = diagnostics.map(one => `${one.file}:${one.line}:${one.column}: ${one.severity}: ${one.message} [${one.code}]`);
  return [...lines, summary(diagnostics, looked), ''].join('\n');
}

function summary(diagnostics: readonly LintDiagnostic[], looked: number): string {
  const count = (severity: LintDiagnostic['severity'], word: string): string[] => {
    const n = diagnostics.filter(one => one.severity === severity).length;
    return n === 0 ? [] : [`${n} ${word}${n === 1 ? '' : 's'}`];
  };
  const found = [...count('error', 'error'), ...count('warning', 'warning'), ...count('hint', 'hint')];
  const files = looked === 0 ? 'no file with a DaemonSet' : `${looked} file${looked === 1 ? '' : 's'} with DaemonSets`;
  return `${files}: ${found.length === 0 ? 'nothing to report' : found.join(', ')}`;
}
