import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { FieldFacts } from '../schema/fieldFacts.ts';
import { isKnownIn, typeFacts } from '../schema/schema.ts';
import type { KubernetesVersion } from '../versions.ts';
import { isZero } from './fill.ts';
import { isEmbedded, isPointer, isPrintedNull } from './goShape.ts';

/**
 * A decoded object as encoding/json prints the server's struct: empty lists and maps and zeros that mean nothing are gone, required fields and embedded
 * structs are there. Two objects that the server holds for equal come out equal (but for the spelling of quantities).
 */
export function asReturned(type: string, object: JsonObject, version: KubernetesVersion): JsonObject {
  const facts = typeFacts(type);
  if (facts === undefined) return object;
  const fields: [string, JsonValue][] = [];
  for (const [field, own] of Object.entries(facts)) {
    const value = printed(type, field, own, member(object, field), version);
    if (value !== undefined) fields.push([field, value]);
  }
  return Object.fromEntries(fields);
}

function printed(
  owner: string,
  field: string,
  facts: FieldFacts,
  value: JsonValue | undefined,
  version: KubernetesVersion,
): JsonValue | undefined {
  if (value === undefined) return isKnownIn(facts, version) ? printedAbsent(owner, field, facts, version) : undefined;
  if (isJsonArray(value))
    return value.length === 0 && !isPrintedNull(owner, field, facts) ? undefined : value.map(entry => inner(facts, entry, version));
  if (isJsonObject(value)) return facts.kind === 'map' && Object.keys(value).length === 0 ? undefined : inner(facts, value, version);
  return isZero(value) && facts.required !== true && !isPointer(owner, field) ? undefined : value;
}

function printedAbsent(owner: string, field: string, facts: FieldFacts, version: KubernetesVersion): JsonValue | undefined {
  if (isEmbedded(owner, field)) return facts.ref === undefined ? {} : asReturned(facts.ref, {}, version);
  if (facts.kind === 'quantity') return isPointer(owner, field) ? undefined : '0';
  if (isPrintedNull(owner, field, facts)) return null;
  if (facts.required !== true) return undefined;
  return facts.kind === 'integer' || facts.kind === 'intOrString' ? 0 : facts.kind === 'boolean' ? false : '';
}

function inner(facts: FieldFacts, value: JsonValue, version: KubernetesVersion): JsonValue {
  return facts.ref !== undefined && isJsonObject(value) ? asReturned(facts.ref, value, version) : value;
}
