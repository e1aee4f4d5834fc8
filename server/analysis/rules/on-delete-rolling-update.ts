import { at, isJsonObject } from '../../../core/base/json.ts';
import { rollingPath } from './manifest.ts';
import type { Rule } from './rule.ts';

/** Limits of a rolling update that never takes place. */
export const onDeleteRollingUpdate: Rule = {
  name: 'on-delete-rolling-update',
  level: 'warning',
  category: 'hazard',
  check: ({ strategy, value }) => {
    if (strategy.type !== 'OnDelete' || !isJsonObject(at(value, ...rollingPath))) return [];
    const message = 'Under OnDelete rollingUpdate is ignored: pods are replaced only when someone deletes them.';
    return [{ path: rollingPath, on: 'key', message, fix: { title: 'Remove rollingUpdate', kind: 'remove', path: rollingPath } }];
  },
};
