import { overlapsHole } from '../diagnostics/syntax.ts';
import { type DaemonSetText, keyOfDaemonSet } from '../document/daemonSets.ts';
import { locate, spanOfPlace } from '../document/locate.ts';
import type { Span } from '../document/tree.ts';
import type { YamlDocument } from '../document/yamlDocument.ts';
import { type Finding, type Fix, finding } from '../finding.ts';
import { removePair } from '../fixes/removePair.ts';
import type { AnalysisSettings } from '../settings.ts';
import { isFromCluster } from './fromCluster.ts';
import { readManifest } from './manifest.ts';
import type { Hit, HitFix, Rule } from './rule.ts';
import { rules } from './rules.ts';

/**
 * What the rules find in a DaemonSet. Hygiene only when the settings ask for it, or name the rule; no hints in what a cluster has printed. `valid`: the
 * API server would take it; only then it can be simulated.
 */
export function ruleFindings(
  document: YamlDocument,
  daemonSet: DaemonSetText,
  settings: AnalysisSettings,
  valid: boolean,
): readonly Finding[] {
  const { baselines, nodes, cluster = null } = settings.around;
  const baseline = baselines.get(keyOfDaemonSet(daemonSet)) ?? null;
  const manifest = readManifest(daemonSet.value, { baseline, nodes, cluster: valid ? cluster : null, version: settings.kubernetesVersion });
  const printed = isFromCluster(document, daemonSet);
  return rules
    .filter(rule => isOn(rule, settings) && !(printed && rule.level === 'hint'))
    .flatMap(rule => rule.check(manifest).map(hit => toFinding(document, daemonSet, rule, hit)))
    .filter(one => !overlapsHole(document, one.span));
}

function isOn(rule: Rule, settings: AnalysisSettings): boolean {
  const level = settings.rules.get(rule.name);
  if (level !== undefined) return level !== 'off';
  return rule.category === 'hazard' || settings.hygiene;
}

function toFinding(document: YamlDocument, daemonSet: DaemonSetText, rule: Rule, hit: Hit): Finding {
  const fix = hit.fix === undefined ? null : toFix(document, daemonSet, hit.fix);
  return finding({
    rule: rule.name,
    severity: rule.level,
    span: spanAt(daemonSet, hit.path, hit.on === 'key'),
    message: hit.message,
    path: hit.path.join('.'),
    related: (hit.related ?? []).map(one => ({ span: spanAt(daemonSet, one.path, false), message: one.message })),
    fixes: fix === null ? [] : [fix],
  });
}

function spanAt(daemonSet: DaemonSetText, path: Hit['path'], onKey: boolean): Span {
  const place = locate(daemonSet.node, path);
  return onKey ? (place.key ?? spanOfPlace(place)) : spanOfPlace(place);
}

function toFix(document: YamlDocument, daemonSet: DaemonSetText, wanted: HitFix): Fix | null {
  const place = locate(daemonSet.node, wanted.path);
  if (place.depth < wanted.path.length) return null;
  if (wanted.kind === 'replace') return { title: wanted.title, preferred: false, edits: [{ span: place.node.span, newText: wanted.text }] };
  return place.key === null ? null : removePair(document, place.key.start, wanted.title);
}
