import type { JsonObject } from '../../core/base/json.ts';
import type { Range } from '../../core/protocol/lsp.ts';
import { diagnose } from './diagnostics/diagnose.ts';
import { type DaemonSetText, findDaemonSets } from './document/daemonSets.ts';
import { rangeOf } from './document/lineIndex.ts';
import { headOf } from './document/locate.ts';
import { readYamlDocument, type YamlDocument } from './document/yamlDocument.ts';
import type { Finding, Severity } from './finding.ts';
import { type OutlineEntry, outlineDaemonSet } from './outline/outline.ts';
import { placesOf } from './places.ts';
import { mayHoldScenario } from './scenarios/scenarioText.ts';
import type { AnalysisSettings, FileMode } from './settings.ts';

/** What there is to say of one YAML document, in lines counted from its own first one. It holds on to no tree. */
export interface Report {
  readonly problems: readonly Problem[];
  readonly daemonSets: readonly DaemonSetReport[];
}

/** A finding as editors show it. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly path: string;
  readonly reason: string;
  readonly related: readonly { readonly range: Range; readonly message: string }[];
  readonly tag: Finding['tag'];
}

export interface DaemonSetReport {
  readonly name: string;
  readonly namespace: string;
  /** The whole of it. */
  readonly range: Range;
  /** Its first key: where a lens belongs. */
  readonly head: Range;
  readonly outline: OutlineEntry;
  readonly object: JsonObject;
  /** The first error in it; null when it can be simulated. */
  readonly problem: { readonly message: string; readonly range: Range } | null;
  readonly places: Readonly<Record<string, Range>>;
}

export const emptyReport: Report = { problems: [], daemonSets: [] };

/** Whether a text is worth parsing: it speaks of a DaemonSet, however it is written, or is a scenario. All other documents are left alone. */
export function concernsUs(text: string): boolean {
  return /daemonset/i.test(text) || mayHoldScenario(text);
}

/** Reads and judges one YAML document. */
export function reportOn(text: string, mode: FileMode, settings: AnalysisSettings): Report {
  if (!concernsUs(text)) return emptyReport;
  const document = readYamlDocument(text, mode);
  const daemonSets = findDaemonSets(document);
  const findings = diagnose(document, daemonSets, mode, settings);
  return {
    problems: findings.map(found => toProblem(document, found)),
    daemonSets: daemonSets.map(daemonSet => reportDaemonSet(document, daemonSet, findings, mode)),
  };
}

function toProblem(document: YamlDocument, found: Finding): Problem {
  const { rule, severity, message, path, reason, tag } = found;
  const related = found.related.map(one => ({ range: rangeOf(document.lines, one.span), message: one.message }));
  return { rule, severity, range: rangeOf(document.lines, found.span), message, path, reason, related, tag };
}

function reportDaemonSet(document: YamlDocument, daemonSet: DaemonSetText, findings: readonly Finding[], mode: FileMode): DaemonSetReport {
  const { span, name, namespace } = daemonSet;
  const first = findings.find(found => found.severity === 'error' && isAbout(found, daemonSet, document));
  return {
    name,
    namespace,
    range: rangeOf(document.lines, span),
    head: rangeOf(document.lines, headOf(daemonSet.node)),
    outline: outlineDaemonSet(document, daemonSet),
    object: daemonSet.value,
    problem:
      first === undefined ? unfinished(document, daemonSet, mode) : { message: first.message, range: rangeOf(document.lines, first.span) },
    places: placesOf(document, daemonSet.node),
  };
}

/** A document's only DaemonSet is hit by every mistake in it; one of several by those inside it. */
function isAbout(found: Finding, daemonSet: DaemonSetText, document: YamlDocument): boolean {
  if (daemonSet.path.length === 0) return true;
  const inside = daemonSet.span.start <= found.span.start && found.span.start <= daemonSet.span.end;
  return inside || document.problems.some(problem => problem.span === found.span);
}

/** What is right as far as it goes and yet no whole DaemonSet. */
function unfinished(document: YamlDocument, daemonSet: DaemonSetText, mode: FileMode): DaemonSetReport['problem'] {
  const range = rangeOf(document.lines, headOf(daemonSet.node));
  if (document.holes.length > 0 || (mode.template && document.partial)) {
    return { message: 'This is a Helm template: render it (helm template) to simulate it.', range };
  }
  return mode.patch ? { message: 'This is a patch: it says only what differs. Simulate the manifest it is for.', range } : null;
}
