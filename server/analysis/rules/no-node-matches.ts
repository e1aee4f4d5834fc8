import { assertNever } from '../../../core/base/assert.ts';
import type { PlacementReason } from '../../../core/controller/reasons.ts';
import type { Step } from '../document/value.ts';
import { placedNodes } from './placedNodes.ts';
import type { Rule } from './rule.ts';

/** A DaemonSet that runs nowhere in the chosen cluster. */
export const noNodeMatches: Rule = {
  name: 'no-node-matches',
  level: 'warning',
  category: 'hazard',
  check: ({ value, nodes, podPath }) => {
    const placed = nodes === null ? null : placedNodes(value, nodes);
    const first = placed?.[0];
    if (placed === null || first === undefined || placed.some(({ placement }) => placement.shouldRun)) return [];
    const because = mostFrequent(placed.map(({ placement }) => placement.because));
    const lead =
      placed.length === 1 ? 'The only node of the cluster does not match' : `None of the ${placed.length} nodes of the cluster matches`;
    return [{ path: [...podPath, ...fieldOf(because)], on: 'key', message: `${lead}: ${reasonText(because)}. No pod will run.` }];
  },
};

function mostFrequent(reasons: readonly PlacementReason[]): PlacementReason {
  const counts = new Map<string, { reason: PlacementReason; count: number }>();
  for (const reason of reasons) {
    const known = counts.get(reasonText(reason));
    if (known === undefined) counts.set(reasonText(reason), { reason, count: 1 });
    else known.count++;
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most?.reason ?? { kind: 'nodeAffinity' };
}

function fieldOf(because: PlacementReason): readonly Step[] {
  switch (because.kind) {
    case 'nodeSelector':
      return ['nodeSelector', because.key];
    case 'nodeAffinity':
      return ['affinity', 'nodeAffinity'];
    case 'nodeName':
      return ['nodeName'];
    case 'taint':
      return ['tolerations'];
    case 'eligible':
      return [];
    default:
      return assertNever(because);
  }
}

function reasonText(because: PlacementReason): string {
  switch (because.kind) {
    case 'nodeSelector':
      return `they lack the label ${because.key}=${because.wanted}`;
    case 'nodeAffinity':
      return 'they are not what the node affinity asks for';
    case 'nodeName':
      return `none is called ${because.wanted}`;
    case 'taint':
      return `they carry the taint ${because.taint.key}, which is not tolerated`;
    case 'eligible':
      return 'they all match';
    default:
      return assertNever(because);
  }
}
