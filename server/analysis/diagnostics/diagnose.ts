import { judgeAllStages } from '../../../core/kubernetes/judge.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import type { Finding } from '../finding.ts';
import type { AnalysisSettings, FileMode } from '../settings.ts';
import { judgedFindings } from './judged.ts';
import { applyLevels } from './levels.ts';
import { nearMissFindings } from './nearMiss.ts';
import { suppress } from './suppression.ts';
import { syntaxFindings, valueFindings } from './syntax.ts';

/** Everything there is to say of a YAML document, in order of the text. A document without a DaemonSet gets nothing, unless it seems to mean one. */
export function diagnose(
  document: YamlDocument,
  daemonSets: readonly DaemonSetText[],
  mode: FileMode,
  settings: AnalysisSettings,
): readonly Finding[] {
  const found = [
    ...(daemonSets.length > 0 || meansDaemonSet(document.text) ? syntaxFindings(document) : []),
    ...(daemonSets.length > 0 ? [] : nearMissFindings(document)),
    ...daemonSets.flatMap(daemonSet => diagnoseDaemonSet(document, daemonSet, mode, settings)),
  ];
  const unique = withoutRepetition(found);
  return [...suppress(document, applyLevels(unique, settings))].sort((a, b) => a.span.start - b.span.start);
}

function diagnoseDaemonSet(
  document: YamlDocument,
  daemonSet: DaemonSetText,
  mode: FileMode,
  settings: AnalysisSettings,
): readonly Finding[] {
  const written = valueFindings(document, daemonSet.problems);
  const verdict = judgeAllStages(daemonSet.value, { version: settings.kubernetesVersion });
  const judged = judgedFindings(document, daemonSet, verdict.errors, mode).filter(
    one => !written.some(other => other.span.start === one.span.start),
  );
  return [...written, ...judged];
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
