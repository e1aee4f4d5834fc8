import { at, isJsonObject } from '../../../core/base/json.ts';
import { locate, spanOfPlace } from '../document/locate.ts';
import type { Finding } from '../finding.ts';
import type { Situation } from './situation.ts';

/** The other place that an error speaks of: the selector that does not match, the list a name should be in. */
export function relatedPlaces(situation: Situation): Finding['related'] {
  const { path, error } = situation;
  const where = path.join('.');
  if (where.startsWith('spec.template.metadata.labels') && error.type === 'FieldValueInvalid') return selectorPlaces(situation);
  if (error.type === 'FieldValueNotFound' && where.includes('volumeMounts')) {
    return place(situation, ['spec', 'template', 'spec', 'volumes'], 'The volumes of the pod are declared here.');
  }
  if (error.type === 'FieldValueDuplicate') return firstOfEqual(situation);
  return [];
}

function selectorPlaces(situation: Situation): Finding['related'] {
  const labels = at(situation.daemonSet.value, 'spec', 'template', 'metadata', 'labels');
  const wanted = at(situation.daemonSet.value, 'spec', 'selector', 'matchLabels');
  if (!isJsonObject(wanted)) return place(situation, ['spec', 'selector'], 'The selector that has to match.');
  return Object.entries(wanted)
    .filter(([key, value]) => at(labels, key) !== value)
    .flatMap(([key, value]) =>
      place(situation, ['spec', 'selector', 'matchLabels', key], `The selector asks for ${key}: ${String(value)}.`),
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
