import { at, isJsonArray, type JsonValue } from '../../../core/base/json.ts';
import type { Step } from '../document/value.ts';
import { type Manifest, objectsAt } from './manifest.ts';
import type { Hit, Rule } from './rule.ts';

const termsPath: readonly Step[] = ['affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'];

/** Gt and Lt compare numbers; with a word the term matches no node. */
export const numericAffinity: Rule = {
  name: 'numeric-affinity',
  level: 'warning',
  category: 'hazard',
  check: manifest => requirements(manifest).flatMap(checkRequirement),
};

interface Requirement {
  readonly path: readonly Step[];
  readonly operator: JsonValue | undefined;
  readonly values: JsonValue | undefined;
}

function requirements({ value, podPath }: Manifest): readonly Requirement[] {
  return objectsAt(value, [...podPath, ...termsPath]).flatMap(term =>
    objectsAt(value, [...term.path, 'matchExpressions']).map(one => ({
      path: one.path,
      operator: at(one.value, 'operator'),
      values: at(one.value, 'values'),
    })),
  );
}

function checkRequirement({ path, operator, values }: Requirement): readonly Hit[] {
  if ((operator !== 'Gt' && operator !== 'Lt') || !isJsonArray(values)) return [];
  const first = values[0];
  if (typeof first !== 'string' || /^-?\d+$/.test(first)) return [];
  return [
    { path: [...path, 'values', 0], message: `${operator} compares whole numbers: with "${first}" this term matches no node at all.` },
  ];
}
