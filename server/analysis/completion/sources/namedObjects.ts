import { at } from '../../../../core/base/json.ts';
import { kindNamedBy } from '../../navigation/objectFields.ts';
import type { Suggestion, ValueRequest, ValueSource } from '../valueSource.ts';

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

/** Keys of the ConfigMap or Secret that is named beside, or that the list of items belongs to. */
export const objectKeys: ValueSource = request => {
  const named = holderOfKeys(request);
  if (named === null) return [];
  const found = request.objects().find(object => object.kind === named.kind && object.name === named.name);
  return unique(found?.keys ?? []).map(value => reference(value, `a key of ${named.name}`));
};

function holderOfKeys({ type, field, path, manifest }: ValueRequest): { readonly kind: string; readonly name: string } | null {
  const kind = keyed[`${type}.${field}`];
  if (kind !== undefined) return { kind, name: String(at(manifest(), ...path.slice(0, -1), 'name')) };
  if (type !== 'KeyToPath') return null;
  // volumes[0].configMap.items[0].key, and the file is mostly called as its key.
  const holder = path.slice(0, -3);
  if (holder.at(-1) === 'configMap') return { kind: 'ConfigMap', name: String(at(manifest(), ...holder, 'name')) };
  const secret = at(manifest(), ...holder, 'secretName') ?? at(manifest(), ...holder, 'name');
  return holder.at(-1) === 'secret' ? { kind: 'Secret', name: String(secret) } : null;
}

function reference(value: string, detail: string): Suggestion {
  return { value, detail, reference: true };
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)];
}
