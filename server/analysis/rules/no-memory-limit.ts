import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** An agent that leaks takes the whole node with it. */
export const noMemoryLimit: Rule = {
  name: 'no-memory-limit',
  level: 'hint',
  category: 'hygiene',
  check: ({ containers }) =>
    containers
      .filter(({ value }) => at(value, 'resources', 'limits', 'memory') === undefined)
      .map(({ path }) => ({
        path: [...path, 'name'],
        message: 'No memory limit: a leak in this container takes memory from everything on the node.',
      })),
};
