import { isJsonArray, type JsonValue } from '../../base/json.ts';
import type { FieldError } from '../fieldError.ts';
import { quantityErrorText, quantityFromJson } from '../quantity.ts';
import { formatQuantity } from '../quantityPrint.ts';
import type { ScalarKind } from '../schema/fieldFacts.ts';
import { timeProblem } from './goTime.ts';
import { goTypeOf } from './goTypes.ts';
import type { Place } from './place.ts';

type Scalar = { readonly value: JsonValue } | { readonly error: FieldError };

/** A single value as its field's type, or the server's error. `entry`: it is one of a list or map. Quantities come out as the server prints them. */
export function decodeScalar(value: JsonValue, place: Place, entry: boolean): Scalar {
  const { facts } = place;
  const kind = entry ? facts.items : facts.kind;
  const wrong = (): Scalar => ({ error: typeError(value, place, entry) });
  switch (kind as ScalarKind) {
    case 'quantity':
      return decodeQuantity(value, place);
    case 'boolean':
      return typeof value === 'boolean' ? { value } : wrong();
    case 'integer':
      return isInteger(value, facts.format === 'int64') ? { value } : wrong();
    case 'intOrString':
      return typeof value === 'string' || isInteger(value, false) ? { value } : wrong();
    default:
      if (typeof value !== 'string') return wrong();
      return facts.format === 'date-time' ? decodeTime(value, place) : { value };
  }
}

/** `json: cannot unmarshal bool into Go struct field Container.spec.template.spec.containers.image of type string`. */
export function typeError(value: JsonValue, place: Place, entry: boolean): FieldError {
  const { path, owner, field, facts, goPath } = place;
  const target = `Go struct field ${owner}.${goPath.join('.')} of type ${goTypeOf(owner, field, facts, entry)}`;
  const numeric = facts.kind === 'integer' || facts.kind === 'intOrString' || (entry && facts.items === 'integer');
  return { path, type: 'TypeError', message: `json: cannot unmarshal ${whatIs(value, numeric)} into ${target}`, value };
}

function decodeQuantity(value: JsonValue, { path }: Place): Scalar {
  const quantity = typeof value === 'string' || typeof value === 'number' ? quantityFromJson(value) : 'format';
  if (typeof quantity !== 'string') return { value: formatQuantity(quantity) };
  return { error: { path, type: 'Quantity', message: quantityErrorText[quantity], value } };
}

function decodeTime(value: string, { path }: Place): Scalar {
  const message = timeProblem(value);
  return message === null ? { value } : { error: { path, type: 'Time', message, value } };
}

/** Within int32 or int64. The largest int64 cannot be told from the number after it here: it is taken for that one, and refused. */
function isInteger(value: JsonValue, long: boolean): boolean {
  if (typeof value !== 'number' || !Number.isInteger(value)) return false;
  const limit = long ? 2 ** 63 : 2 ** 31;
  return value >= -limit && value < limit;
}

function whatIs(value: JsonValue, numeric: boolean): string {
  if (isJsonArray(value)) return 'array';
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'bool';
    case 'number':
      // a number in a number's place is named, since its value is what does not fit
      return numeric ? `number ${numberText(value)}` : 'number';
    default:
      return 'object';
  }
}

/** A number as Go's JSON writes it: whole ones up to 1e21 in full. */
function numberText(value: number): string {
  return Number.isInteger(value) && value < 1e21 && value > -1e21 ? BigInt(value).toString() : String(value);
}
