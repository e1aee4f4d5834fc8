import { atLeast, type KubernetesVersion } from '../versions.ts';
import type { FieldFacts, TypeFacts } from './fieldFacts.ts';
import { types } from './generated/types.ts';

/** The name of the type at the root of a DaemonSet manifest. */
export const rootType = 'DaemonSet';

/** Keys and indexes from the root of a manifest, as in JSON: `['spec', 'template', 'spec', 'containers', 0, 'image']`. */
export type JsonPath = readonly (string | number)[];

/** The fields of an API type such as `Container`, or undefined for a name that no DaemonSet reaches. */
export function typeFacts(name: string): TypeFacts | undefined {
  return Object.hasOwn(types, name) ? types[name] : undefined;
}

/** One field of an API type, in any version. */
export function fieldOf(type: string, field: string): FieldFacts | undefined {
  const facts = typeFacts(type);
  return facts !== undefined && Object.hasOwn(facts, field) ? facts[field] : undefined;
}

/**
 * The facts of the value at a path: of the field itself, of a list's entry (an object, or a scalar of the list's items), of a map's value.
 * Undefined where the schema has nothing, as below an unknown field. The root itself is an object of {@link rootType}.
 */
export function fieldAt(path: JsonPath): FieldFacts | undefined {
  let here: FieldFacts | undefined = { kind: 'object', ref: rootType };
  for (const step of path) here = here && stepInto(here, step);
  return here;
}

/** The fields that may stand in the object at a path (or in the objects of the list there), by name; empty for scalars and maps. */
export function childrenOf(path: JsonPath, version?: KubernetesVersion): ReadonlyMap<string, FieldFacts> {
  const facts = fieldAt(path);
  const fields = facts?.ref === undefined ? undefined : typeFacts(facts.ref);
  return new Map(Object.entries(fields ?? {}).filter(([, field]) => version === undefined || isKnownIn(field, version)));
}

/** Whether a server of this version has the field. */
export function isKnownIn(facts: FieldFacts, version: KubernetesVersion): boolean {
  return (facts.since === undefined || atLeast(version, facts.since)) && (facts.lastIn === undefined || atLeast(facts.lastIn, version));
}

function stepInto(facts: FieldFacts, step: string | number): FieldFacts | undefined {
  if (facts.kind === 'list') return typeof step === 'number' ? itemOf(facts) : undefined;
  if (typeof step === 'number') return undefined;
  if (facts.kind === 'map') return itemOf(facts);
  return facts.kind === 'object' && facts.ref !== undefined ? fieldOf(facts.ref, step) : undefined;
}

/** An entry of a list or map as a field of its own. */
function itemOf(facts: FieldFacts): FieldFacts {
  return {
    kind: facts.items ?? 'string',
    ...(facts.ref !== undefined && { ref: facts.ref }),
    ...(facts.format !== undefined && { format: facts.format }),
    ...(facts.enum !== undefined && { enum: facts.enum }),
  };
}
