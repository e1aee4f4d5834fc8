import { compareOrdinal } from '../base/compare.ts';

interface Named {
  readonly namespace: string;
  readonly name: string;
}

/** Objects in the order in which the API server lists them: by namespace, then by name. */
export function inNameOrder<T extends Named>(objects: readonly T[]): T[] {
  return [...objects].sort((a, b) => compareOrdinal(a.namespace, b.namespace) || compareOrdinal(a.name, b.name));
}
