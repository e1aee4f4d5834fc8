import { at } from '../../../core/base/json.ts';
import { objectsAt } from './manifest.ts';
import type { Rule } from './rule.ts';

/** A directory of the node that the container can change. */
export const writableHostPath: Rule = {
  name: 'writable-host-path',
  level: 'hint',
  category: 'hygiene',
  check: ({ containers, value, podPath }) => {
    const onNode = objectsAt(value, [...podPath, 'volumes'])
      .filter(volume => at(volume.value, 'hostPath') !== undefined)
      .map(volume => at(volume.value, 'name'));
    return containers.flatMap(container =>
      objectsAt(value, [...container.path, 'volumeMounts']).flatMap(mount => {
        const name = at(mount.value, 'name');
        if (!onNode.includes(name) || at(mount.value, 'readOnly') === true) return [];
        return [
          {
            path: [...mount.path, 'name'],
            message: `${String(name)} is a path of the node, and writable: add readOnly: true if it is only read.`,
          },
        ];
      }),
    );
  },
};
