import { isJsonObject, type JsonValue, member } from '../../base/json.ts';
import { takes } from './checkShape.ts';
import { type Field, fieldsOf, type Shape } from './shape.ts';

/** What belongs at a path of a scenario file. */
export interface ShapeAt {
  readonly shape: Shape;
  /** The field that the last step names; null: the root, an item of a list, or an entry of a map. */
  readonly field: Field | null;
  /** The value there. */
  readonly value: JsonValue | undefined;
  /** How many steps lead to the Kubernetes object that the path goes into; null: into none. */
  readonly objectAt: number | null;
}

/** Follows a path through a shape and the value that is there so far. null: nothing belongs there. */
export function shapeAt(root: Shape, value: JsonValue | undefined, path: readonly (string | number)[]): ShapeAt | null {
  let here: ShapeAt = { shape: root, field: null, value, objectAt: null };
  for (const [depth, step] of path.entries()) {
    const shape = chosen(here.shape, here.value, step);
    if (shape.kind === 'object of Kubernetes') return { ...here, shape, objectAt: depth };
    const next = inside(shape, here.value, step);
    if (next === null) return null;
    here = { ...next, value: typeof step === 'number' ? itemOf(here.value, step) : member(here.value, step), objectAt: null };
  }
  const shape = chosen(here.shape, here.value, null);
  return { ...here, shape, objectAt: shape.kind === 'object of Kubernetes' ? path.length : null };
}

/** Of several shapes the one that is meant: by the value, else by the step that follows, else the first object of ours. */
function chosen(shape: Shape, value: JsonValue | undefined, step: string | number | null): Shape {
  if (shape.kind !== 'either') return shape;
  const meant = value === undefined || value === null ? undefined : shape.shapes.find(one => takes(one, value));
  if (meant !== undefined) return meant;
  const next = typeof step === 'string' ? shape.shapes.find(one => inside(one, value, step) !== null) : undefined;
  return next ?? shape;
}

function inside(shape: Shape, value: JsonValue | undefined, step: string | number): Pick<ShapeAt, 'shape' | 'field'> | null {
  if (shape.kind === 'list') return typeof step === 'number' ? { shape: shape.item, field: null } : null;
  if (typeof step === 'number') return null;
  if (shape.kind === 'map') return { shape: shape.value, field: null };
  const fields = fieldsOf(shape, key => member(value, key));
  const field = fields !== null && Object.hasOwn(fields, step) ? fields[step] : undefined;
  return field === undefined ? null : { shape: field.shape, field };
}

function itemOf(value: JsonValue | undefined, index: number): JsonValue | undefined {
  return Array.isArray(value) ? (value[index] as JsonValue | undefined) : undefined;
}

/** The fields that an object at a place may have: of several shapes all of them. */
export function fieldsAt(shape: Shape, value: JsonValue | undefined): Readonly<Record<string, Field>> {
  if (shape.kind === 'either') return Object.assign({}, ...shape.shapes.map(one => fieldsAt(one, value)));
  return fieldsOf(shape, key => (isJsonObject(value) ? member(value, key) : undefined)) ?? {};
}
