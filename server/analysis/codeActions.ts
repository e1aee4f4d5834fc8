import type { Range } from '../../core/protocol/lsp.ts';
import { diagnose } from './diagnostics/diagnose.ts';
import { findDaemonSets } from './document/daemonSets.ts';
import { offsetAt, rangeOf } from './document/lineIndex.ts';
import { readYamlDocument, type YamlDocument } from './document/yamlDocument.ts';
import type { Finding, Fix } from './finding.ts';
import { isMend } from './fixes/verified.ts';
import { refactoringsAt } from './refactorings/refactorings.ts';
import { concernsUs } from './report.ts';
import type { AnalysisSettings, FileMode } from './settings.ts';

/** A mend of a finding, in lines of its YAML document. */
export interface CodeAction {
  readonly title: string;
  readonly preferred: boolean;
  /** The finding it mends. */
  readonly rule: string;
  readonly range: Range;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** The mends of all findings that touch a range of a YAML document. */
export function codeActionsIn(text: string, range: Range, mode: FileMode, settings: AnalysisSettings): readonly CodeAction[] {
  if (!concernsUs(text)) return [];
  const { document, findings } = lookAt(text, mode, settings);
  const start = offsetAt(document.lines, range.start);
  const end = offsetAt(document.lines, range.end);
  const touched = findings.filter(found => found.span.start <= end && start <= found.span.end);
  const judging = { mode, settings };
  return touched.flatMap(found =>
    found.fixes.filter(fix => isMend(document, findings, found, fix, judging)).map(fix => toAction(document, found, fix)),
  );
}

/** The obvious mends of a whole YAML document, as edits that do not overlap. */
export function fixAll(text: string, mode: FileMode, settings: AnalysisSettings): CodeAction['edits'] {
  if (!concernsUs(text)) return [];
  const { document, findings } = lookAt(text, mode, settings);
  const chosen: Fix['edits'][number][] = [];
  for (const found of findings) {
    const fix = found.fixes.find(one => one.preferred && isMend(document, findings, found, one, { mode, settings }));
    const clashes = fix?.edits.some(edit => chosen.some(other => edit.span.start < other.span.end && other.span.start < edit.span.end));
    if (fix !== undefined && clashes !== true) chosen.push(...fix.edits);
  }
  return chosen.map(edit => ({ range: rangeOf(document.lines, edit.span), newText: edit.newText }));
}

function lookAt(
  text: string,
  mode: FileMode,
  settings: AnalysisSettings,
): { readonly document: YamlDocument; readonly findings: readonly Finding[] } {
  const document = readYamlDocument(text, mode);
  return { document, findings: diagnose(document, findDaemonSets(document), mode, settings) };
}

function toAction(document: YamlDocument, found: Finding, fix: Fix): CodeAction {
  return {
    title: fix.title,
    preferred: fix.preferred,
    rule: found.rule,
    range: rangeOf(document.lines, found.span),
    edits: fix.edits.map(edit => ({ range: rangeOf(document.lines, edit.span), newText: edit.newText })),
  };
}

/** What can be rewritten at a position of a YAML document, though nothing is wrong with it; `asked`: somebody wants to see refactorings. */
export function rewritesAt(
  text: string,
  position: Range['start'],
  mode: FileMode,
  asked: boolean,
): readonly Pick<CodeAction, 'title' | 'edits'>[] {
  if (!concernsUs(text) || mode.template) return [];
  const document = readYamlDocument(text, mode);
  return refactoringsAt(document, offsetAt(document.lines, position), asked).map(({ title, edits }) => ({
    title,
    edits: edits.map(edit => ({ range: rangeOf(document.lines, edit.span), newText: edit.newText })),
  }));
}
