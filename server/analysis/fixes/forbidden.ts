import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { removePair } from './removePair.ts';

/** For a field that may not be set where it is: no such field. */
export function forbiddenFixes({ document, error, path, place }: Situation): readonly (Fix | null)[] {
  if (error.type !== 'FieldValueForbidden' || place.key === null || place.depth < path.length) return [];
  return [removePair(document, place.key.start, `Remove ${String(path.at(-1) ?? '')}`)];
}
