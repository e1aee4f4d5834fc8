import { at } from '../../../core/base/json.ts';
import type { Rule } from './rule.ts';

/** Which version runs is then a matter of when a node pulled it. */
export const imageWithoutVersion: Rule = {
  name: 'image-without-version',
  level: 'hint',
  category: 'hygiene',
  check: ({ containers, initContainers }) =>
    [...initContainers, ...containers].flatMap(container => {
      const image = at(container.value, 'image');
      if (typeof image !== 'string' || image === '' || image.includes('@') || /:(?!latest$)[^/:]+$/.test(image)) return [];
      return [
        {
          path: [...container.path, 'image'],
          message: 'This image names no version: nodes may run different ones, and an edit cannot go back.',
        },
      ];
    }),
};
