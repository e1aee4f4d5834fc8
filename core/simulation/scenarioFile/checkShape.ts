import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import { editDistance, isNear } from '../../kubernetes/nearWords.ts';
import type { ScenarioProblem } from '../problem.ts';
import { fieldsOf, nameOfShape, type Shape } from './shape.ts';
import { parseSpan } from './span.ts';

type Path = readonly (string | number)[];

/** What of a value does not have its shape: every mistake with its place. Unknown fields are mistakes; null counts as absent. */
export function checkShape(shape: Shape, value: JsonValue, path: Path = []): readonly ScenarioProblem[] {
  switch (shape.kind) {
    case 'object':
    case 'variants':
      return isJsonObject(value) ? checkFields(shape, value, path) : [wrong(shape, value, path)];
    case 'list':
      return isJsonArray(value)
        ? value.flatMap((item, index) => checkShape(shape.item, item, [...path, index]))
        : [wrong(shape, value, path)];
    case 'map':
      return isJsonObject(value)
        ? Object.entries(value).flatMap(([key, item]) => checkShape(shape.value, item, [...path, key]))
        : [wrong(shape, value, path)];
    case 'either': {
      const chosen = shape.shapes.find(one => takes(one, value));
      return chosen === undefined ? [wrong(shape, value, path)] : checkShape(chosen, value, path);
    }
    default:
      return isOk(shape, value) ? [] : [wrong(shape, value, path)];
  }
}

/** Which of several shapes a value is meant to have. */
export function takes(shape: Shape, value: JsonValue): boolean {
  switch (shape.kind) {
    case 'object of Kubernetes':
      return isJsonObject(value) && (shape.of === 'patch' || Object.hasOwn(value, 'kind') || Object.hasOwn(value, 'metadata'));
    case 'object':
    case 'map':
    case 'variants':
      return isJsonObject(value);
    case 'list':
      return isJsonArray(value);
    case 'either':
      return shape.shapes.some(one => takes(one, value));
    default:
      return isOk(shape, value);
  }
}

function checkFields(shape: Extract<Shape, { kind: 'object' | 'variants' }>, value: JsonObject, path: Path): readonly ScenarioProblem[] {
  const fields = fieldsOf(shape, key => member(value, key)) ?? {};
  const problems: ScenarioProblem[] = [];
  const unsure = shape.kind === 'variants' && !isVariant(shape, member(value, shape.by));
  for (const [key, item] of Object.entries(value)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field !== undefined) {
      if (item !== null || field.required === true) problems.push(...checkShape(field.shape, item, [...path, key]));
    } else if (!unsure) problems.push({ path: [...path, key], message: unknownField(key, Object.keys(fields)), value: item, atKey: true });
  }
  for (const [key, field] of Object.entries(fields)) {
    if (field.required === true && !Object.hasOwn(value, key))
      problems.push({ path, message: `the field "${key}" is missing: it must be ${nameOfShape(field.shape)}`, value: undefined });
  }
  return problems;
}

function isVariant(shape: Extract<Shape, { kind: 'variants' }>, chosen: JsonValue | undefined): boolean {
  return typeof chosen === 'string' && Object.hasOwn(shape.cases, chosen);
}

function unknownField(key: string, known: readonly string[]): string {
  const near = known.filter(name => isNear(name, key)).sort((a, b) => editDistance(a, key) - editDistance(b, key))[0];
  const hint = near === undefined ? `known are ${known.join(', ')}` : `did you mean "${near}"?`;
  return `there is no field "${key}" here: ${hint}`;
}

function isOk(shape: Shape, value: JsonValue): boolean {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string' && (value !== '' || shape.mayBeEmpty === true);
    case 'word':
      return shape.words.some(({ word }) => word === value);
    case 'span':
      return value === 0 || (typeof value === 'string' && parseSpan(value) !== null);
    case 'whole':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= shape.least && value <= shape.most;
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 1;
    case 'flag':
      return typeof value === 'boolean';
    case 'none':
      return value === null;
    case 'countOrPercent':
      return (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) || (typeof value === 'string' && isPercent(value));
    case 'object of Kubernetes':
      return isJsonObject(value);
    default:
      return false;
  }
}

function isPercent(text: string): boolean {
  return /^\d{1,3}%$/.test(text) && Number.parseInt(text, 10) <= 100;
}

function wrong(shape: Shape, value: JsonValue, path: Path): ScenarioProblem {
  return { path, message: hint(shape, value) ?? `must be ${nameOfShape(shape)}`, value };
}

/** Mistakes that deserve a word of their own. */
function hint(shape: Shape, value: JsonValue): string | null {
  if (shape.kind === 'span' && typeof value === 'number') return `must have a unit, such as ${Math.abs(value)}s or ${Math.abs(value)}m`;
  if (shape.kind === 'span' && typeof value === 'string' && value.startsWith('-'))
    return 'lies before zero: a simulation begins at 0s, the moment of the edit';
  if ((shape.kind === 'text' || shape.kind === 'word') && (typeof value === 'boolean' || typeof value === 'number'))
    return `must be ${nameOfShape(shape)}; YAML reads this as ${value}: put it in quotes`;
  if (shape.kind === 'word' && typeof value === 'string') {
    const near = shape.words.find(({ word }) => isNear(word, value));
    if (near !== undefined) return `must be ${nameOfShape(shape)}: did you mean "${near.word}"?`;
  }
  return null;
}
