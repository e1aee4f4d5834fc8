import type { LintDiagnostic } from '../diagnostic.ts';

/** One object, stable under its version number. */
export function jsonReport(diagnostics: readonly LintDiagnostic[]): string {
  return `${JSON.stringify({ version: 1, diagnostics }, null, 2)}\n`;
}
