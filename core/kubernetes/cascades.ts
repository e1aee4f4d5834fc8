import { isJsonArray, isJsonObject, type JsonValue } from '../base/json.ts';
import { type FieldError, type FieldPath, formatPath, jsonPathOf } from './fieldError.ts';
import { isNear } from './nearWords.ts';
import { childrenOf, fieldAt } from './schema/schema.ts';

/**
 * The errors of validation that are mistakes of their own: those are left out that only follow from an earlier stage (a value that could not be decoded,
 * a key that was mistyped or stands in the wrong object), and of many at one place only the first stays.
 */
export function withoutCascades(found: readonly FieldError[], early: readonly FieldError[]): readonly FieldError[] {
  const causes = early.slice(0, mostCauses);
  const unknown = causes
    .filter(error => error.type === 'UnknownField')
    .map(error => ({ error, owner: formatPath(error.path.slice(0, -1)) }));
  const gone = [
    ...causes.filter(error => error.type !== 'UnknownField').map(placeOf),
    ...unknown.flatMap(({ error }) => meantFields(error.path)),
  ];
  const seen = new Set(early.map(placeOf));
  return found.filter(error => {
    const place = placeOf(error);
    if (seen.has(place) || gone.some(lost => followsFrom(error, place, lost)) || unknown.some(one => isMissingFor(error, one)))
      return false;
    seen.add(place);
    return true;
  });
}

/** Each error is held against each cause: a file with more of them has other worries than a cascade. */
const mostCauses = 100;

interface UnknownField {
  readonly error: FieldError;
  /** Where the object stands that has it. */
  readonly owner: string;
}

/** Where the error shows in the manifest. */
function placeOf(error: FieldError): string {
  return formatPath(error.at ?? error.path);
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}.`) || place.startsWith(`${outer}[`);
}

const pod = 'spec.template.spec';

/** Whether the error may come from a value that got lost: at its own place, or where it looks for something. */
function followsFrom(error: FieldError, place: string, lost: string): boolean {
  if (isWithin(place, lost) || isWithin(lost, place)) return true;
  if (error.type === 'FieldValueNotFound')
    return ['volumes', 'resourceClaims'].some(list => isWithin(`${pod}.${list}`, lost) || isNameOf(`${pod}.${list}`, lost));
  return sourcesOf(error, place).some(source => isWithin(source, lost) || isWithin(lost, source));
}

/** An entry of a list of volumes or claims, or its name. */
function isNameOf(list: string, lost: string): boolean {
  return lost.startsWith(`${list}[`) && /^\[\d+\](\.name)?$/.test(lost.slice(list.length));
}

/** Other places that an error rests on. */
function sourcesOf(error: FieldError, place: string): readonly string[] {
  if (error.message.includes('`selector` does not match')) return ['spec.selector', 'spec.template.metadata.labels'];
  if (place.startsWith('spec.updateStrategy')) return ['spec.updateStrategy'];
  const last = nameOf(error.at ?? error.path);
  if (Object.hasOwn(besides, last)) return (besides[last] ?? []).map(field => place.replace(/[^.]*$/, field));
  if (place.includes('.volumeDevices[')) return [`${pod}.volumes`];
  return place.endsWith('.sleep.seconds') ? [`${pod}.terminationGracePeriodSeconds`] : [];
}

/** Fields that are judged by others in the same object. */
const besides: Readonly<Record<string, readonly string[]>> = {
  effect: ['tolerationSeconds'],
  localhostProfile: ['type'],
  matchLabelKeys: ['labelSelector'],
  minDomains: ['whenUnsatisfiable'],
  mismatchLabelKeys: ['labelSelector', 'matchLabelKeys'],
  mountPropagation: ['securityContext'],
  operator: ['key', 'value'],
  recursiveReadOnly: ['readOnly', 'mountPropagation'],
  value: ['operator'],
  values: ['operator'],
  valueFrom: ['value'],
};

/** The fields an unknown one may have been meant for: of the same object, and spelt nearly so. */
function meantFields(path: FieldPath): readonly string[] {
  const parent = path.slice(0, -1);
  return [...childrenOf(jsonPathOf(parent)).keys()]
    .filter(field => isNear(field, nameOf(path)))
    .map(field => formatPath([...parent, { field }]));
}

/** Whether something is missed that stands under an unknown key: in the same object, in one below, or in none of its own. */
function isMissingFor(error: FieldError, unknown: UnknownField): boolean {
  const zero = error.value === '' || error.value === 0;
  if (error.type !== 'FieldValueRequired' && !zero && !missing.some(words => error.message.includes(words))) return false;
  const place = error.at ?? error.path;
  const beside = (besides[nameOf(place)] ?? []).map((field): FieldPath => [...place.slice(0, -1), { field }]);
  return [place, ...beside].some(one => standsElsewhere(one, unknown));
}

/** Whether the unknown field may be what is missed at a place. */
function standsElsewhere(place: FieldPath, { error: unknown, owner }: UnknownField): boolean {
  if (formatPath(place) === owner) return true;
  if (formatPath(place.slice(0, -1)) === owner) return couldBe(unknown.value, place);
  const below = place.slice(unknown.path.length - 1);
  return isWithin(formatPath(place), owner) && below.some(step => 'field' in step && step.field === nameOf(unknown.path));
}

const missing: readonly string[] = [
  'is not set',
  'must specify',
  '`selector` does not match',
  'empty selector',
  'must be set',
  'must match',
];

/** Whether the value could stand at a place: a word is no object, but may be one of a map's values. */
function couldBe(value: JsonValue | undefined, place: FieldPath): boolean {
  const kind = fieldAt(jsonPathOf(place))?.kind;
  if (kind === 'list') return isJsonArray(value);
  if (kind === 'object') return isJsonObject(value);
  return kind === 'map' ? isJsonObject(value) || typeof value === 'string' : !isJsonObject(value) && !isJsonArray(value);
}

function nameOf(path: FieldPath): string {
  const last = path.at(-1);
  return last !== undefined && 'field' in last ? last.field : '';
}
