import { at } from '../../../../core/base/json.ts';
import { kindNamedBy } from '../../navigation/objectFields.ts';
import type { Suggestion, ValueSource } from '../valueSource.ts';

/** Fields that name a key of such an object. */
const keyed: { readonly [field: string]: string } = {
  'ConfigMapKeySelector.key': 'ConfigMap',
  'SecretKeySelector.key': 'Secret',
};

/** Names of the ConfigMaps, Secrets, service accounts … that open files and the workspace define. */
export const objectNames: ValueSource = ({ type, field, objects }) => {
  const kind = kindNamedBy(type, field);
  if (kind === null) return [];
  return unique(
    objects()
      .filter(object => object.kind === kind)
      .map(object => object.name),
  ).map(value => reference(value, `a ${kind} of this workspace`));
};

/** Keys of the ConfigMap or Secret that is named beside. */
export const objectKeys: ValueSource = ({ type, field, path, manifest, objects }) => {
  const kind = keyed[`${type}.${field}`];
  if (kind === undefined) return [];
  const name = at(manifest(), ...path.slice(0, -1), 'name');
  const found = objects().find(object => object.kind === kind && object.name === name);
  return unique(found?.keys ?? []).map(value => reference(value, `a key of ${String(name)}`));
};

function reference(value: string, detail: string): Suggestion {
  return { value, detail, reference: true };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
