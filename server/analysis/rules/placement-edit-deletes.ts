import { at } from '../../../core/base/json.ts';
import type { Step } from '../document/value.ts';
import type { Manifest } from './manifest.ts';
import { placedNodes } from './placedNodes.ts';
import type { Rule } from './rule.ts';

/** An edit of where a DaemonSet runs takes its pods from the other nodes at once: maxUnavailable does not hold for that. */
export const placementEditDeletes: Rule = {
  name: 'placement-edit-deletes',
  level: 'warning',
  category: 'hazard',
  check: manifest => {
    const lost = lostNodes(manifest);
    const [first] = lost;
    if (first === undefined) return [];
    const which =
      lost.length === 1
        ? `the pod on ${first}`
        : `the pods on ${lost.length} nodes (${lost.slice(0, 3).join(', ')}${lost.length > 3 ? ', …' : ''})`;
    return [{ path: blamedPath(manifest), on: 'key', message: `This edit deletes ${which} at once, whatever maxUnavailable allows.` }];
  },
};

/** Nodes that ran a pod and may not keep it. */
function lostNodes({ value, baseline, nodes }: Manifest): readonly string[] {
  const before = nodes === null || baseline === null ? null : placedNodes(baseline, nodes);
  const after = nodes === null ? null : placedNodes(value, nodes);
  if (before === null || after === null) return [];
  return before.flatMap(({ node, placement }, index) =>
    placement.shouldRun && after[index]?.placement.shouldContinue === false ? [node.name] : [],
  );
}

/** The placement field that is written; the pod's spec when what mattered was taken away. */
function blamedPath({ podSpec, podPath }: Manifest): readonly Step[] {
  const field = ['nodeSelector', 'affinity', 'nodeName', 'tolerations'].find(name => at(podSpec, name) !== undefined);
  return field === undefined ? podPath : [...podPath, field];
}
