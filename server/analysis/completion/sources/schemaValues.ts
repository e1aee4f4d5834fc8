import { enumMeaning } from '../../schema/enumMeanings.ts';
import type { Suggestion, ValueSource } from '../valueSource.ts';

/** What the schema itself knows: enumerations, booleans, defaults. */
export const schemaValues: ValueSource = ({ facts, field, type }) => {
  const standard = facts.default;
  if (facts.enum !== undefined)
    return facts.enum.filter(value => isTaken(field, value)).map(value => enumValue(type, field, value, value === standard));
  if (facts.kind === 'boolean') return [booleanValue('true', standard === true), booleanValue('false', standard === false)];
  const isScalar = typeof standard === 'number' || (typeof standard === 'string' && standard !== '');
  return isScalar ? [{ value: String(standard), detail: 'default' }] : [];
};

/** A DaemonSet's pods always restart. */
function isTaken(field: string, value: string): boolean {
  return field !== 'restartPolicy' || value === 'Always';
}

function enumValue(type: string, field: string, value: string, isDefault: boolean): Suggestion {
  const documentation = enumMeaning(type, field, value);
  return { value, ...(isDefault && { detail: 'default' }), ...(documentation !== null && { documentation }) };
}

function booleanValue(value: string, isDefault: boolean): Suggestion {
  return isDefault ? { value, detail: 'default' } : { value };
}
