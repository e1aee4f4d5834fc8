import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { parseQuantity, type Quantity } from '../quantity.ts';
import type { FieldFacts } from '../schema/fieldFacts.ts';
import { fieldOf } from '../schema/schema.ts';

/** The object with every quantity spelt one way, so that `500m` and `0.5` compare equal, and without lists that are empty or not there at all. */
export function sameQuantities(type: string, object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, value]) => value !== null && !(isJsonArray(value) && value.length === 0))
      .map(([field, value]) => {
        const facts = fieldOf(type, field);
        return [field, facts === undefined ? value : respell(facts, value)];
      }),
  );
}

function respell(facts: FieldFacts, value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(entry => respellOne(facts, entry));
  if (facts.kind === 'map' && isJsonObject(value))
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, respellOne(facts, entry)]));
  return respellOne(facts, value);
}

function respellOne(facts: FieldFacts, value: JsonValue): JsonValue {
  if (facts.ref !== undefined && isJsonObject(value)) return sameQuantities(facts.ref, value);
  if ((facts.items ?? facts.kind) !== 'quantity' || typeof value !== 'string') return value;
  const quantity = parseQuantity(value);
  return typeof quantity === 'string' ? value : spelling(quantity);
}

function spelling({ unscaled, scale }: Quantity): string {
  const digits = /^(-?\d*?)(0*)$/.exec(String(unscaled));
  return unscaled === 0n ? '0' : `${digits?.[1] ?? ''}e${scale + (digits?.[2]?.length ?? 0)}`;
}
