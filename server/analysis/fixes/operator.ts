import { at, isJsonArray } from '../../../core/base/json.ts';
import type { Situation } from '../diagnostics/situation.ts';
import { locate } from '../document/locate.ts';
import type { Fix } from '../finding.ts';
import { suggest } from '../schema/suggest.ts';
import { setValue } from './setValue.ts';

const ofSelectors: readonly string[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

/** For an operator of a selector or a toleration that is none, is missing, or does not go with the fields beside it. */
export function operatorFixes(situation: Situation): readonly (Fix | null)[] {
  const { error, path } = situation;
  if (error.message.includes("must be specified when `operator` is 'In'")) return [withoutValues(situation)];
  if (error.type !== 'FieldValueInvalid') return [];
  if (error.message.includes('not a valid selector operator')) return selectorOperator(situation);
  if (error.message.includes('operator must be Exists when')) return [setValue(situation, path, 'Exists', 'Set operator: Exists', true)];
  if (error.message.includes("effect must be 'NoExecute'")) return [setValue(situation, path, 'NoExecute', 'Set effect: NoExecute', false)];
  return [];
}

function selectorOperator(situation: Situation): readonly (Fix | null)[] {
  const { error, path, daemonSet } = situation;
  const values = at(daemonSet.value, ...path.slice(0, -1), 'values');
  const fits = isJsonArray(values) && values.length > 0 ? ofSelectors.slice(0, 2) : ofSelectors.slice(2);
  const known = path.includes('nodeAffinity') ? [...ofSelectors, 'Gt', 'Lt'] : ofSelectors;
  const written = typeof error.value === 'string' ? error.value : '';
  const same =
    known.find(one => one.toLowerCase() === written.toLowerCase()) ?? (written === '' ? fits[0] : (suggest(written, known) ?? undefined));
  if (same === undefined || locate(daemonSet.node, path.slice(0, -1)).node.kind !== 'mapping') return [];
  return [setValue(situation, path, same, `Set operator: ${same}`, true)];
}

/** `In` and `NotIn` of nothing: most likely it is enough that the key is there, or is not. */
function withoutValues(situation: Situation): Fix | null {
  const path = [...situation.path.slice(0, -1), 'operator'];
  const operator = at(situation.daemonSet.value, ...path) === 'NotIn' ? 'DoesNotExist' : 'Exists';
  return setValue(situation, path, operator, `Set operator: ${operator}`, false);
}
