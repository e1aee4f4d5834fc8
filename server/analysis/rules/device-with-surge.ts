import { at, isJsonObject } from '../../../core/base/json.ts';
import { rollingPath } from './manifest.ts';
import type { Rule } from './rule.ts';

/** A device of the node that the old pod holds cannot be given to the new one beside it. */
export const deviceWithSurge: Rule = {
  name: 'device-with-surge',
  level: 'warning',
  category: 'hazard',
  check: ({ strategy, containers }) => {
    if (!strategy.surges) return [];
    for (const container of containers) {
      const limits = at(container.value, 'resources', 'limits');
      const device = isJsonObject(limits) ? Object.keys(limits).find(isDevice) : undefined;
      if (device === undefined) continue;
      const message = `With maxSurge the new pod needs a second ${device} while the old one runs: on nodes with just one it stays Pending.`;
      const related = [{ path: [...container.path, 'resources', 'limits', device], message: 'The device is asked for here.' }];
      return [{ path: [...rollingPath, 'maxSurge'], message, related }];
    }
    return [];
  },
};

/** Extended resources have a domain that is not Kubernetes' own. */
function isDevice(resource: string): boolean {
  return resource.includes('/') && !/(^|\.)kubernetes\.io\//.test(resource);
}
