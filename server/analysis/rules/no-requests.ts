import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** A pod without requests is put on full nodes and the first to be evicted. */
export const noRequests: Rule = {
  name: 'no-requests',
  level: 'hint',
  category: 'hygiene',
  check: ({ containers }) =>
    containers
      .filter(({ value }) => at(value, 'resources', 'requests') === undefined && at(value, 'resources', 'limits') === undefined)
      .map(({ path }) => ({
        path: [...path, 'name'],
        message: 'No resource requests: under memory pressure this pod is among the first to be evicted.',
      })),
};
