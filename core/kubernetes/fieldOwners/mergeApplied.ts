import { isJsonArray, isJsonObject, type JsonValue } from '../../base/json.ts';
import { type FieldSet, noFields } from './fieldSet.ts';
import { entryStep, type FieldShape, partsOf, shapeOfPart } from './fieldShape.ts';

/**
 * The live value with what a configuration says (structured-merge-diff, TypedValue.Merge).
 * Entries of a list come in the order of the configuration; live ones that it does not name stay where they were.
 */
export function mergeApplied(live: JsonValue | undefined, configuration: JsonValue, shape: FieldShape): JsonValue {
  const [own, said] = [partsOf(live, shape), partsOf(configuration, shape)];
  if (own === null || said === null || own.of !== said.of) return configuration;
  const merged = (step: string): JsonValue => {
    const [before, value] = [own.entries.get(step), said.entries.get(step)];
    return value === undefined ? (before ?? null) : mergeApplied(before, value, shapeOfPart(shape, step));
  };
  if (said.of === 'fields') {
    const steps = [...own.entries.keys(), ...[...said.entries.keys()].filter(step => !own.entries.has(step))];
    return Object.fromEntries(steps.map(step => [step.slice(2), merged(step)]));
  }
  return inMergedOrder([...own.entries.keys()], [...said.entries.keys()]).map(merged);
}

/** Live entries up to one that the configuration names, then the configuration's next, and so on. */
function inMergedOrder(own: readonly string[], said: readonly string[]): readonly string[] {
  const [names, done] = [new Set(said), new Set<string>()];
  const order: string[] = [];
  const waiting = [...said];
  for (const step of own) {
    if (!names.has(step)) order.push(step);
    else
      while (!done.has(step)) {
        const next = waiting.shift();
        if (next === undefined) break;
        done.add(next);
        order.push(next);
      }
  }
  return [...order, ...waiting];
}

/** The value without what its manager applied last time (`last`) and nobody sets any more: `kept` is what anyone owns now. Undefined: nothing is left. */
export function pruneApplied(value: JsonValue, shape: FieldShape, last: FieldSet, kept: FieldSet): JsonValue | undefined {
  if (isJsonObject(value)) {
    const left = Object.entries(value).flatMap(([key, inner]): [string, JsonValue][] => {
      const rest = prunePart(inner, shape, `f:${key}`, last, kept);
      return rest === undefined ? [] : [[key, rest]];
    });
    // what only held pruned fields goes with them
    return left.length === 0 && Object.keys(value).length > 0 && !kept.member ? undefined : Object.fromEntries(left);
  }
  if (!isJsonArray(value) || (shape.kind !== 'list' && shape.kind !== 'set')) return value;
  const left = value.flatMap((entry): JsonValue[] => {
    const rest = prunePart(entry, shape, entryStep(entry, shape), last, kept);
    return rest === undefined ? [] : [rest];
  });
  return left.length === 0 && value.length > 0 && !kept.member ? undefined : left;
}

function prunePart(value: JsonValue, shape: FieldShape, step: string, last: FieldSet, kept: FieldSet): JsonValue | undefined {
  const [own, others] = [last.children.get(step), kept.children.get(step)];
  if (own === undefined) return value;
  if (others === undefined && own.member) return undefined;
  return pruneApplied(value, shapeOfPart(shape, step), own, others ?? noFields);
}
