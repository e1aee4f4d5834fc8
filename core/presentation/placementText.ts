import type { PlacementReason } from '../controller/reasons.ts';
import type { Taint } from '../kubernetes/objects/node.ts';
import type { Words } from './words/en.ts';
import { link, say, type TextPart } from './words/say.ts';

/** Field paths of a DaemonSet that sentences link to. */
export const fieldPaths = {
  nodeSelector: 'spec.template.spec.nodeSelector',
  nodeAffinity: 'spec.template.spec.affinity.nodeAffinity',
  nodeName: 'spec.template.spec.nodeName',
  tolerations: 'spec.template.spec.tolerations',
  strategyType: 'spec.updateStrategy.type',
  strategy: 'spec.updateStrategy',
  maxUnavailable: 'spec.updateStrategy.rollingUpdate.maxUnavailable',
  maxSurge: 'spec.updateStrategy.rollingUpdate.maxSurge',
  minReadySeconds: 'spec.minReadySeconds',
  selector: 'spec.selector',
} as const;

const controlPlaneTaints = new Set(['node-role.kubernetes.io/control-plane', 'node-role.kubernetes.io/master']);

/** A taint as kubectl writes it, without its effect: `key=value` or `key`. */
export function taintText(taint: Taint): string {
  return taint.value === '' ? taint.key : `${taint.key}=${taint.value}`;
}

/** A label in a sentence: `key=value`, or the key alone where the value is empty. */
export function labelText(key: string, value: string): string {
  return value === '' ? key : `${key}=${value}`;
}

/** `N nodes are not targeted: …` for nodes that one reason keeps out. Empty for a reason that keeps none out. */
export function untargetedText(because: PlacementReason, n: number, words: Words): TextPart[] {
  switch (because.kind) {
    case 'eligible':
      return [];
    case 'taint':
      return controlPlaneTaints.has(because.taint.key)
        ? say('untargeted.taintControlPlane', { n }, words)
        : say('untargeted.taint', { n, taint: taintText(because.taint) }, words);
    case 'nodeSelector':
      return say(
        'untargeted.nodeSelector',
        {
          n,
          field: link('nodeSelector', fieldPaths.nodeSelector),
          label: labelText(because.key, because.wanted),
        },
        words,
      );
    case 'nodeAffinity':
      return say('untargeted.nodeAffinity', { n, field: link('node affinity', fieldPaths.nodeAffinity) }, words);
    case 'nodeName':
      return say('untargeted.nodeName', { n, field: link('nodeName', fieldPaths.nodeName), node: because.wanted }, words);
  }
}

/** Two or three words for the cell of a node that is not targeted. */
export function untargetedCell(because: PlacementReason, words: Words): TextPart[] {
  switch (because.kind) {
    case 'eligible':
      return [];
    case 'taint':
      return say('cell.taint', { taint: taintText(because.taint) }, words);
    case 'nodeSelector':
      return say('cell.nodeSelector', { label: labelText(because.key, because.wanted) }, words);
    case 'nodeAffinity':
      return say('cell.nodeAffinity', {}, words);
    case 'nodeName':
      return say('cell.nodeName', { node: because.wanted }, words);
  }
}
