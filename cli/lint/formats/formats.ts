import type { LintDiagnostic } from '../diagnostic.ts';
import type { Format } from '../options.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

/** The whole output of a run. `looked` is the number of files that speak of a DaemonSet. */
export function writeReport(format: Format, diagnostics: readonly LintDiagnostic[], looked: number): string {
  switch (format) {
    case 'text':
      return textReport(diagnostics, looked);
    case 'json':
      return jsonReport(diagnostics);
    case 'sarif':
      return sarifReport(diagnostics);
    case 'github':
      return githubReport(diagnostics);
  }
}
