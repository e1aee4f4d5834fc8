import { type FieldError, jsonPathOf } from '../../../core/kubernetes/fieldError.ts';
import { judgeAllStages } from '../../../core/kubernetes/judge.ts';
import { type DaemonSetText, findDaemonSets, keyOfDaemonSet } from '../document/daemonSets.ts';
import type { ValueProblem } from '../document/value.ts';
import { readYamlDocument, type YamlDocument } from '../document/yamlDocument.ts';
import type { Finding } from '../finding.ts';
import { ruleFindings } from '../rules/applyRules.ts';
import { scenarioFindings } from '../scenarios/scenarioFindings.ts';
import { scenarioIn } from '../scenarios/scenarioText.ts';
import type { AnalysisSettings, FileMode } from '../settings.ts';
import { withoutAliasErrors } from './aliases.ts';
import { foldLostLine } from './foldLostLine.ts';
import { judgedFindings } from './judged.ts';
import { applyLevels } from './levels.ts';
import { nearMissFindings } from './nearMiss.ts';
import { suppress } from './suppression.ts';
import { syntaxFindings, valueFindings } from './syntax.ts';
import { warningFindings } from './warnings.ts';

/** Everything there is to say of a YAML document, in order of the text. A document without a DaemonSet gets nothing, unless it seems to mean one. */
export function diagnose(
  document: YamlDocument,
  daemonSets: readonly DaemonSetText[],
  mode: FileMode,
  settings: AnalysisSettings,
): readonly Finding[] {
  const scenario = scenarioIn(document);
  if (scenario !== null) return scenarioFindings(document, scenario);
  const found = allFindings(document, daemonSets, mode, settings);
  const folded = mode.patch || daemonSets.length === 0 ? found : foldLostLine(document, found, text => errorsOf(text, mode, settings));
  return [...suppress(document, applyLevels(folded, settings))].sort((a, b) => a.span.start - b.span.start);
}

/** What is wrong with a text that somebody might have meant; rules are left out. */
function errorsOf(text: string, mode: FileMode, settings: AnalysisSettings): readonly Finding[] {
  const document = readYamlDocument(text, mode);
  return allFindings(document, findDaemonSets(document), mode, settings, 'errors');
}

function allFindings(
  document: YamlDocument,
  daemonSets: readonly DaemonSetText[],
  mode: FileMode,
  settings: AnalysisSettings,
  wanted: 'all' | 'errors' = 'all',
): readonly Finding[] {
  const found = [
    ...(daemonSets.length > 0 || meansDaemonSet(document.text) ? syntaxFindings(document) : []),
    ...(daemonSets.length > 0 || document.problems.length > 0 ? [] : nearMissFindings(document)),
    ...daemonSets.flatMap(daemonSet => diagnoseDaemonSet(document, daemonSet, mode, settings, wanted)),
  ];
  return withoutRepetition(found);
}

function diagnoseDaemonSet(
  document: YamlDocument,
  daemonSet: DaemonSetText,
  mode: FileMode,
  settings: AnalysisSettings,
  wanted: 'all' | 'errors',
): readonly Finding[] {
  const written = valueFindings(document, daemonSet.problems);
  // What was read of a document after its structure is shaken may mean something else: better one true word than ten guesses.
  const shaken = document.problems.find(problem => problem.shakes);
  if (shaken !== undefined) return written.filter(one => one.span.start < shaken.span.start);
  const old = settings.around.baselines.get(keyOfDaemonSet(daemonSet));
  const verdict = judgeAllStages(daemonSet.value, { version: settings.kubernetesVersion, ...(old !== undefined && { old }) });
  const errors = withoutAliasErrors(daemonSet, verdict.errors).filter(
    error => !daemonSet.problems.some(problem => problem.kind !== 'duplicate-key' && isBelow(daemonSet, problem, error)),
  );
  const judged = judgedFindings(document, daemonSet, errors, { mode, version: settings.kubernetesVersion }).filter(
    one => !written.some(other => other.span.start === one.span.start),
  );
  // Patches say only what differs: what is missing in them says nothing.
  const advice =
    mode.patch || wanted === 'errors'
      ? []
      : [
          ...ruleFindings(document, daemonSet, settings, verdict.errors.length === 0 && written.length === 0),
          ...warningFindings(document, daemonSet, verdict.warnings),
        ];
  const marked = new Set([...written, ...judged].map(one => one.span.start));
  return [...written, ...judged, ...advice.filter(one => !marked.has(one.span.start))];
}

/** What could not be read is null to the judge: an error there, or in what holds it, is no news. */
function isBelow(daemonSet: DaemonSetText, problem: ValueProblem, error: FieldError): boolean {
  const read = problem.path.slice(daemonSet.path.length);
  const judged = jsonPathOf(error.at ?? error.path);
  return judged.every((step, index) => read[index] === undefined || read[index] === step) && judged.length >= read.length;
}

/** Whether a document that could not be read to its end says at its top level that it is a DaemonSet. */
function meansDaemonSet(text: string): boolean {
  return /^kind:\s*["']?DaemonSet\b/m.test(text) || /^\s*\{[\s\S]*"kind"\s*:\s*"DaemonSet"/.test(text);
}

function withoutRepetition(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(one => {
    const key = `${one.rule} ${one.span.start} ${one.message}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
