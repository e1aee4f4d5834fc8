import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** A DaemonSet that runs on one node. */
export const nodeNamePinned: Rule = {
  name: 'node-name-pinned',
  level: 'warning',
  category: 'hazard',
  check: ({ podSpec, podPath }) => {
    const name = at(podSpec, 'nodeName');
    if (typeof name !== 'string' || name === '') return [];
    const path = [...podPath, 'nodeName'];
    const message = `nodeName keeps this DaemonSet off every node but ${name}: use nodeSelector to choose nodes.`;
    return [{ path, message, fix: { title: 'Remove nodeName', kind: 'remove', path } }];
  },
};
