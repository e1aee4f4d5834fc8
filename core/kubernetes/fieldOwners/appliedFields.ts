import { isJsonObject, type JsonValue } from '../../base/json.ts';
import { type FieldPath, type FieldSet, fieldSetOf } from './fieldSet.ts';
import { type FieldShape, isNamedField, partsOf, shapeOfPart } from './fieldShape.ts';

/** The fields that a configuration sets (structured-merge-diff, TypedValue.ToFieldSet): its leaves, the entries of its lists, and keys of maps. */
export function appliedFields(configuration: JsonValue, shape: FieldShape): FieldSet {
  const paths: FieldPath[] = [];
  visit(configuration, shape, [], paths);
  return fieldSetOf(paths);
}

function visit(value: JsonValue, shape: FieldShape, path: FieldPath, paths: FieldPath[]): void {
  const parts = partsOf(value, shape);
  if (parts === null) {
    paths.push(path);
    return;
  }
  for (const [step, inner] of parts.entries) {
    const at = [...path, step];
    visit(inner, shapeOfPart(shape, step), at, paths);
    const isLeaf = inner === null || (isJsonObject(inner) && Object.keys(inner).length === 0);
    if (parts.of === 'entries' || isLeaf || !isNamedField(shape, step.slice(2))) paths.push(at);
  }
}
