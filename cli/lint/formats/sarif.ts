import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ruleDocument, ruleSummary } from '../../../server/analysis/rules/ruleDocument.ts';
import type { LintDiagnostic } from '../diagnostic.ts';

const levels = { error: 'error', warning: 'warning', hint: 'note' } as const;

/** SARIF 2.1.0, which code scanning reads. */
export function sarifReport(diagnostics: readonly LintDiagnostic[]): string {
  const rules = [...new Set(diagnostics.map(one => one.code))].sort();
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'daemonscope', rules: rules.map(describeRule) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map(one => toResult(one, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** With its document: code scanning shows it beside the result. */
function describeRule(id: string) {
  const markdown = ruleDocument(id);
  if (markdown === null) return { id };
  return { id, shortDescription: { text: ruleSummary(id) ?? id }, help: { text: markdown, markdown } };
}

function toResult(one: LintDiagnostic, rules: readonly string[]) {
  const region = { startLine: one.line, startColumn: one.column, endLine: one.endLine, endColumn: one.endColumn };
  return {
    ruleId: one.code,
    ruleIndex: rules.indexOf(one.code),
    level: levels[one.severity],
    message: { text: one.message },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(one.file) }, region } }],
  };
}

/** Relative paths stay relative, with slashes; what is outside becomes a URI of its own. */
function uriOf(file: string): string {
  if (path.isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(path.sep).map(encodeURIComponent).join('/');
}
