import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** All rights of the node's root. */
export const privilegedContainer: Rule = {
  name: 'privileged-container',
  level: 'hint',
  category: 'hygiene',
  check: ({ containers, initContainers }) =>
    [...initContainers, ...containers]
      .filter(({ value }) => at(value, 'securityContext', 'privileged') === true)
      .map(({ path }) => ({
        path: [...path, 'securityContext', 'privileged'],
        message: 'A privileged container can do all that root on the node can.',
      })),
};
