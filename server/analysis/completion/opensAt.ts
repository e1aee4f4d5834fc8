import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import { firstStop } from './fieldSnippet.ts';
import type { Known } from './valueSource.ts';
import { offersSomething } from './values.ts';

/** Whether a list is worth opening once a snippet for a place is inserted: one that says that there is nothing would only flicker. */
export function opensAt(path: JsonPath, known: Known): boolean {
  const stop = firstStop(path);
  return stop !== null && offersSomething(stop, known);
}
