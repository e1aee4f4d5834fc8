import { diagnose } from '../diagnostics/diagnose.ts';
import { findDaemonSets } from '../document/daemonSets.ts';
import { readYamlDocument, type YamlDocument } from '../document/yamlDocument.ts';
import { applySpanEdits } from '../edits/applySpanEdits.ts';
import type { Finding, Fix } from '../finding.ts';
import type { AnalysisSettings, FileMode } from '../settings.ts';

/**
 * Whether a fix mends its finding and breaks nothing: tried out on the text. A mend that only leads to the next error (quotes around a number where a
 * name belongs) is none.
 */
export function isMend(document: YamlDocument, findings: readonly Finding[], found: Finding, fix: Fix, judging: Judging): boolean {
  const after = findingsOf(applySpanEdits(document.text, fix.edits), judging);
  const known = new Set(findings.map(keyOf));
  const isNew = after.some(one => one.severity === 'error' && !known.has(keyOf(one)));
  return !isNew && count(after, found) < count(findings, found);
}

export interface Judging {
  readonly mode: FileMode;
  readonly settings: AnalysisSettings;
}

export function findingsOf(text: string, { mode, settings }: Judging): readonly Finding[] {
  const document = readYamlDocument(text, mode);
  return diagnose(document, findDaemonSets(document), mode, settings);
}

function count(findings: readonly Finding[], like: Finding): number {
  return findings.filter(one => keyOf(one) === keyOf(like)).length;
}

function keyOf({ rule, path }: Finding): string {
  return `${rule} ${path}`;
}
