import { mismatchedLabel, requiredAffinityMatches } from '../kubernetes/nodeAffinity.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { PodSpec } from '../kubernetes/objects/podTemplate.ts';
import { daemonPodTolerations, firstUntolerated, tolerates } from '../kubernetes/taints.ts';
import { fieldPaths, labelText, taintText } from './placementText.ts';
import type { Words } from './words/en.ts';
import { link, say, type TextPart } from './words/say.ts';

/** One predicate of placement, judged for one node. */
export interface PlacementCheck {
  readonly predicate: 'nodeName' | 'nodeSelector' | 'nodeAffinity' | 'taints';
  readonly passes: boolean;
  readonly text: readonly TextPart[];
}

/** Every predicate of NodeShouldRunDaemonPod for one node, in the order in which the controller asks; those the template does not use are left out. */
export function placementChecks(node: Node, spec: PodSpec, words: Words): readonly PlacementCheck[] {
  return [
    ...nodeNameCheck(node, spec, words),
    ...selectorCheck(node, spec, words),
    ...affinityCheck(node, spec, words),
    ...taintChecks(node, spec, words),
  ];
}

/** `placed here: nodeSelector, affinity, 2 of 2 taints tolerated`, or that it is not. */
export function placedText(node: Node, spec: PodSpec, words: Words): TextPart[] {
  const used: string[] = [];
  if (Object.keys(spec.nodeSelector).length > 0) used.push(plain('place.selector', words));
  if (spec.requiredNodeAffinity !== null) used.push(plain('place.affinity', words));
  const deciding = node.taints.filter(taint => taint.effect !== 'PreferNoSchedule').length;
  if (deciding > 0)
    used.push(
      say('place.tolerated', { tolerated: deciding, all: deciding }, words)
        .map(part => part.text)
        .join(''),
    );
  else used.unshift(plain('place.noTaints', words));
  if (used.length === 1 && deciding === 0) used.push(plain('place.noSelector', words));
  return say('place.here', { checks: used.join(', ') }, words);
}

function plain(key: 'place.selector' | 'place.affinity' | 'place.noTaints' | 'place.noSelector', words: Words): string {
  return say(key, {}, words)
    .map(part => part.text)
    .join('');
}

function nodeNameCheck(node: Node, { nodeName }: PodSpec, words: Words): PlacementCheck[] {
  if (nodeName === '') return [];
  const text = say('place.nodeName', { field: link('nodeName', fieldPaths.nodeName), node: nodeName }, words);
  return [{ predicate: 'nodeName', passes: nodeName === node.name, text }];
}

function selectorCheck(node: Node, { nodeSelector }: PodSpec, words: Words): PlacementCheck[] {
  if (Object.keys(nodeSelector).length === 0) return [];
  const field = link('nodeSelector', fieldPaths.nodeSelector);
  const wrong = mismatchedLabel(nodeSelector, node.labels);
  if (wrong === null) return [{ predicate: 'nodeSelector', passes: true, text: say('place.selector', {}, words) }];
  const label = labelText(wrong.key, wrong.wanted);
  const text =
    wrong.actual === null
      ? say('place.labelMissing', { field, label }, words)
      : say('place.label', { field, label, actual: wrong.actual }, words);
  return [{ predicate: 'nodeSelector', passes: false, text }];
}

function affinityCheck(node: Node, { requiredNodeAffinity }: PodSpec, words: Words): PlacementCheck[] {
  if (requiredNodeAffinity === null) return [];
  const passes = requiredAffinityMatches(requiredNodeAffinity, node);
  const text = passes
    ? say('place.affinity', {}, words)
    : say('place.affinityFails', { field: link('node affinity', fieldPaths.nodeAffinity) }, words);
  return [{ predicate: 'nodeAffinity', passes, text }];
}

/** One check for all taints that are tolerated, and one for each that is not. */
function taintChecks(node: Node, spec: PodSpec, words: Words): PlacementCheck[] {
  const tolerations = daemonPodTolerations(spec);
  const taints = node.taints.filter(taint => taint.effect !== 'PreferNoSchedule');
  const tolerated = taints.filter(taint => tolerations.some(toleration => tolerates(toleration, taint)));
  const checks: PlacementCheck[] = taints
    .filter(taint => firstUntolerated([taint], tolerations, () => true) !== undefined)
    .map(taint => ({
      predicate: 'taints',
      passes: false,
      text: say('place.taint', { taint: `${taintText(taint)}:${taint.effect}` }, words),
    }));
  if (taints.length === 0) checks.push({ predicate: 'taints', passes: true, text: say('place.noTaints', {}, words) });
  else if (tolerated.length > 0) {
    checks.push({
      predicate: 'taints',
      passes: true,
      text: say('place.tolerated', { tolerated: tolerated.length, all: taints.length }, words),
    });
  }
  return checks;
}
