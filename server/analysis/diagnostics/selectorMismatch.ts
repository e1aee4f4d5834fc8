import { at, isJsonObject, type JsonValue } from '../../../core/base/json.ts';
import { type FieldError, formatPath } from '../../../core/kubernetes/fieldError.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { locate, spanOfPlace } from '../document/locate.ts';
import type { Span } from '../document/tree.ts';
import type { Situation } from './situation.ts';

/** The server calls the labels wrong when there is no selector at all; what is missing is the selector. */
export function selectorMissing(error: FieldError, daemonSet: DaemonSetText): FieldError | null {
  const isMismatch = error.type === 'FieldValueInvalid' && formatPath(error.path) === 'spec.template.metadata.labels';
  const spec = at(daemonSet.value, 'spec');
  if (!isMismatch || !isJsonObject(spec) || (at(spec, 'selector') ?? null) !== null) return null;
  const message = 'Required value: it has to match the labels of the template';
  return { path: [{ field: 'spec' }, { field: 'selector' }], type: 'FieldValueRequired', message, value: undefined };
}

/** Whether an error says that the selector does not match the labels of the template. */
export function isSelectorMismatch({ path, error }: Situation): boolean {
  return (
    path.join('.') === 'spec.template.metadata.labels' && error.type === 'FieldValueInvalid' && error.message.includes('does not match')
  );
}

/** The labels that the selector asks for and the template has not, or has with another value. */
export function unmatchedLabels({ daemonSet }: Situation): readonly [string, JsonValue][] {
  const labels = at(daemonSet.value, 'spec', 'template', 'metadata', 'labels');
  const wanted = at(daemonSet.value, 'spec', 'selector', 'matchLabels');
  return isJsonObject(wanted) ? Object.entries(wanted).filter(([key, value]) => at(labels, key) !== value) : [];
}

/** A narrower place than the server's: of labels that do not match, the one with the wrong value. */
export function blamedLabel(situation: Situation): Span | null {
  if (!isSelectorMismatch(situation)) return null;
  const [wrong] = unmatchedLabels(situation);
  if (wrong === undefined) return null;
  const path = ['spec', 'template', 'metadata', 'labels', wrong[0]];
  const found = locate(situation.daemonSet.node, path);
  return found.depth === path.length ? spanOfPlace(found) : null;
}
