import { at } from '../../../core/base/json.ts';
import { type FieldError, formatPath } from '../../../core/kubernetes/fieldError.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { selectorMissing } from './selectorMismatch.ts';

/**
 * Names the place that a user has to look at, where the API server names another: the missing selector instead of the labels it does not match, the
 * strategy's type instead of the whole strategy.
 */
export function blame(error: FieldError, daemonSet: DaemonSetText): FieldError {
  return selectorMissing(error, daemonSet) ?? strategyType(error, daemonSet) ?? error;
}

function strategyType(error: FieldError, daemonSet: DaemonSetText): FieldError | null {
  if (error.type !== 'FieldValueNotSupported' || formatPath(error.path) !== 'spec.updateStrategy') return null;
  const type = at(daemonSet.value, 'spec', 'updateStrategy', 'type');
  if (typeof type !== 'string') return null;
  const supported = /supported values: .*$/.exec(error.message)?.[0] ?? '';
  const message = `Unsupported value: ${JSON.stringify(type)}: ${supported}`;
  return { ...error, path: [...error.path, { field: 'type' }], message, value: type };
}
