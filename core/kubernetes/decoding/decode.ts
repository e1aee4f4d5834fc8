import { compareOrdinal } from '../../base/compare.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import { type FieldError, type FieldPath, formatPath } from '../fieldError.ts';
import { child, indexed, keyed } from '../fieldPath.ts';
import type { FieldFacts } from '../schema/fieldFacts.ts';
import { fieldOf, isKnownIn, rootType, typeFacts } from '../schema/schema.ts';
import type { KubernetesVersion } from '../versions.ts';
import { goSteps } from './goTypes.ts';
import type { Place } from './place.ts';
import { decodeScalar, typeError } from './scalars.ts';

/** What strict decoding makes of a manifest. */
export interface Decoded {
  /** The manifest as the server holds it: no nulls, no unknown fields, every value of its field's type. What could not be decoded is left out. */
  readonly object: JsonObject;
  /** In the order in which the server meets them (keys sorted, as its YAML reader does): it tells only the first. */
  readonly errors: readonly FieldError[];
  readonly unknown: readonly FieldError[];
}

interface Findings {
  readonly version: KubernetesVersion;
  /** Errors of values that decode themselves (quantities, times, intOrString): Go stops at the first and tells it, whatever it noted before. */
  readonly stopping: FieldError[];
  readonly errors: FieldError[];
  readonly unknown: FieldError[];
}

/** Decodes as the API server's strict YAML codec does (sigs.k8s.io/json on the structs of apps/v1). Never throws. */
export function decode(manifest: JsonObject, version: KubernetesVersion): Decoded {
  const findings: Findings = { version, stopping: [], errors: [], unknown: [] };
  const object = decodeStruct(rootType, manifest, [], [], findings);
  return { object, errors: [...findings.stopping, ...findings.errors], unknown: findings.unknown };
}

function decodeStruct(type: string, value: JsonObject, path: FieldPath, goPath: readonly string[], findings: Findings): JsonObject {
  const fields: [string, JsonValue][] = [];
  for (const name of Object.keys(value).sort(compareOrdinal)) {
    const own = member(value, name);
    const facts = fieldOf(type, name);
    if (facts === undefined || !isKnownIn(facts, findings.version)) addUnknown(child(path, name), own, findings);
    else if (own !== undefined && own !== null) {
      const place: Place = { path: child(path, name), owner: type, field: name, facts, goPath: [...goPath, ...goSteps(type, name)] };
      const decoded = decodeField(own, place, findings);
      if (decoded !== undefined) fields.push([name, decoded]);
    }
  }
  return Object.fromEntries(fields);
}

function decodeField(value: JsonValue, place: Place, findings: Findings): JsonValue | undefined {
  switch (place.facts.kind) {
    case 'list':
      return isJsonArray(value) ? decodeList(value, place, findings) : fail(typeError(value, place, false), findings);
    case 'map':
      return isJsonObject(value) ? decodeMap(value, place, findings) : fail(typeError(value, place, false), findings);
    default:
      return decodeOne(value, place, false, findings);
  }
}

function decodeList(values: readonly JsonValue[], place: Place, findings: Findings): JsonValue {
  const entries: JsonValue[] = [];
  values.forEach((value, index) => {
    const entry = { ...place, path: indexed(place.path, index) };
    const decoded = value === null ? zeroOf(place.facts) : decodeOne(value, entry, true, findings);
    // an entry that could not be decoded keeps its place, so that the indexes of the others stay right
    entries.push(decoded ?? zeroOf(place.facts));
  });
  return entries;
}

function decodeMap(value: JsonObject, place: Place, findings: Findings): JsonValue {
  const entries: [string, JsonValue][] = [];
  for (const name of Object.keys(value).sort(compareOrdinal)) {
    const own = value[name] ?? null;
    const decoded = own === null ? zeroOf(place.facts) : decodeOne(own, { ...place, path: keyed(place.path, name) }, true, findings);
    if (decoded !== undefined) entries.push([name, decoded]);
  }
  return Object.fromEntries(entries);
}

function decodeOne(value: JsonValue, place: Place, entry: boolean, findings: Findings): JsonValue | undefined {
  const { ref } = place.facts;
  if (ref === undefined) {
    const decoded = decodeScalar(value, place, entry);
    if ('value' in decoded) return decoded.value;
    const { facts } = place;
    const kind = entry ? facts.items : facts.kind;
    return fail(decoded.error, findings, kind === 'quantity' || kind === 'intOrString' || facts.format === 'date-time');
  }
  // fieldsV1 holds whatever a field manager wrote
  if (typeFacts(ref) === undefined) return value;
  if (!isJsonObject(value)) return fail(typeError(value, place, entry), findings);
  return decodeStruct(ref, value, place.path, place.goPath, findings);
}

/** Nobody mends more at once. */
const mostErrors = 2000;

function fail(error: FieldError, findings: Findings, stopping = false): undefined {
  const list = stopping ? findings.stopping : findings.errors;
  if (list.length < mostErrors) list.push(error);
}

function zeroOf(facts: FieldFacts): JsonValue {
  switch (facts.items) {
    case 'object':
      return {};
    case 'integer':
      return 0;
    case 'quantity':
      return '0';
    default:
      return '';
  }
}

function addUnknown(path: FieldPath, value: JsonValue | undefined, findings: Findings): void {
  if (findings.unknown.length < mostErrors) findings.unknown.push(unknownField(path, value));
}

function unknownField(path: FieldPath, value: JsonValue | undefined): FieldError {
  return { path, type: 'UnknownField', message: `unknown field "${formatPath(path)}"`, value };
}
