import { at } from '../../../core/base/json.ts';
import { locate, spanOfPlace } from '../document/locate.ts';
import type { Finding } from '../finding.ts';
import { isSelectorMismatch, unmatchedLabels } from './selectorMismatch.ts';
import type { Situation } from './situation.ts';

/** The other place that an error speaks of: the selector that does not match, the list a name should be in. */
export function relatedPlaces(situation: Situation): Finding['related'] {
  const { path, error } = situation;
  if (isSelectorMismatch(situation)) return selectorPlaces(situation);
  if (path.join('.') === 'spec.selector' && error.message.includes('immutable')) return labelPlaces(situation);
  if (error.type === 'FieldValueNotFound' && path.includes('volumeMounts')) {
    return place(situation, ['spec', 'template', 'spec', 'volumes'], 'The volumes of the pod are declared here.');
  }
  return error.type === 'FieldValueDuplicate' ? firstOfEqual(situation) : [];
}

function selectorPlaces(situation: Situation): Finding['related'] {
  const wanted = unmatchedLabels(situation);
  if (wanted.length === 0) return place(situation, ['spec', 'selector'], 'The selector that has to match.');
  return wanted.flatMap(([key, value]) =>
    place(situation, ['spec', 'selector', 'matchLabels', key], `The selector asks for ${key}: ${String(value)}.`),
  );
}

/** Of a selector that was changed: the labels it does not match any more. */
function labelPlaces(situation: Situation): Finding['related'] {
  const labels = ['spec', 'template', 'metadata', 'labels'];
  return unmatchedLabels(situation).flatMap(([key]) =>
    place(situation, [...labels, key], 'It does not match this label of the template any more.'),
  );
}

/** The entry of the same list that has the value first. */
function firstOfEqual({ daemonSet, path, error }: Situation): Finding['related'] {
  const index = path.findLastIndex(step => typeof step === 'number');
  if (index < 0) return [];
  const rest = path.slice(index + 1);
  for (let other = 0; other < Number(path[index]); other++) {
    const candidate = [...path.slice(0, index), other, ...rest];
    if (error.value !== undefined && JSON.stringify(at(daemonSet.value, ...candidate)) === JSON.stringify(error.value)) {
      return [{ span: spanOfPlace(locate(daemonSet.node, candidate)), message: 'It is used here first.' }];
    }
  }
  return [];
}

function place({ daemonSet }: Situation, path: readonly (string | number)[], message: string): Finding['related'] {
  const found = locate(daemonSet.node, path);
  return found.depth === path.length ? [{ span: found.key ?? spanOfPlace(found), message }] : [];
}
