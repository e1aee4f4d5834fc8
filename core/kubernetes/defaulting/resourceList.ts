import { isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import { parseQuantity, roundUp } from '../quantity.ts';
import { formatQuantity } from '../quantityPrint.ts';
import { type Fill, fills } from './fill.ts';

/** Limits and requests of a container, a pod or a claim. */
export const fillResources: Fill = fills(roundedList('limits'), roundedList('requests'));

/** The quantities of a resource list are rounded up to thousandths (SetDefaults_ResourceList). */
export function roundedList(field: string): Fill {
  return object => {
    const list = object[field];
    return isJsonObject(list) ? { ...object, [field]: roundAll(list) } : object;
  };
}

function roundAll(list: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(list).map(([name, value]) => [name, rounded(value)]));
}

function rounded(value: JsonValue): JsonValue {
  const quantity = typeof value === 'string' ? parseQuantity(value) : 'format';
  return typeof quantity === 'string' ? value : formatQuantity(roundUp(quantity, -3));
}
