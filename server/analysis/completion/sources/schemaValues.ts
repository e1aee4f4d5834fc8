import type { FieldFacts } from '../../../../core/kubernetes/schema/fieldFacts.ts';
import { enumMeaning } from '../../schema/enumMeanings.ts';
import type { Suggestion, ValueSource } from '../valueSource.ts';

/** The values that people write most, of enumerations where the alphabet would put others first. */
const likely: { readonly [field: string]: readonly string[] } = {
  'Toleration.operator': ['Exists', 'Equal'],
  'Toleration.effect': ['NoSchedule', 'NoExecute'],
  'NodeSelectorRequirement.operator': ['In', 'NotIn', 'Exists', 'DoesNotExist'],
  'HostPathVolumeSource.type': ['DirectoryOrCreate', 'Directory', 'Socket', 'File'],
  'Container.imagePullPolicy': ['IfNotPresent', 'Always'],
  'SeccompProfile.type': ['RuntimeDefault'],
  'AppArmorProfile.type': ['RuntimeDefault'],
  'PersistentVolumeClaimSpec.accessModes': ['ReadWriteOnce', 'ReadOnlyMany'],
  'VolumeMount.mountPropagation': ['HostToContainer', 'Bidirectional'],
  'Lifecycle.stopSignal': ['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', 'SIGUSR1'],
};

/** What the schema itself knows: enumerations, booleans, defaults. The default comes first. */
export const schemaValues: ValueSource = ({ facts, field, type }) => {
  const standard = facts.default;
  if (facts.enum !== undefined) {
    const first = [standard, ...(likely[`${type}.${field}`] ?? [])];
    const rank = (value: string): number => (first.includes(value) ? first.indexOf(value) : first.length);
    return facts.enum
      .filter(value => isTaken(type, field, value))
      .sort((a, b) => rank(a) - rank(b))
      .map(value => enumValue(type, field, value, value === standard));
  }
  if (facts.kind === 'boolean') return [booleanValue('true', standard === true), booleanValue('false', standard === false)];
  return isWorthWriting(facts) ? [{ value: String(standard), detail: 'default' }] : [];
};

/** The 0 of a number that has to be written stands only for its absence; the same goes for an amount of nothing. */
function isWorthWriting({ default: standard, required, kind }: FieldFacts): boolean {
  if (typeof standard === 'number') return !(required === true && standard === 0);
  return typeof standard === 'string' && standard !== '' && !(kind === 'quantity' && standard === '0');
}

/** A DaemonSet's pods always restart. */
function isTaken(type: string, field: string, value: string): boolean {
  return `${type}.${field}` !== 'PodSpec.restartPolicy' || value === 'Always';
}

function enumValue(type: string, field: string, value: string, isDefault: boolean): Suggestion {
  const documentation = enumMeaning(type, field, value);
  return { value, ...(isDefault && { detail: 'default' }), ...(documentation !== null && { documentation }) };
}

function booleanValue(value: string, isDefault: boolean): Suggestion {
  return isDefault ? { value, detail: 'default' } : { value };
}
