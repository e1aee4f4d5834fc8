import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { besideIn, suggestField } from '../schema/suggest.ts';
import { removePair } from './removePair.ts';

/** For a field nobody knows: the one it is nearly called, or no field. */
export function fieldNameFixes({ document, daemonSet, error, path, place }: Situation): readonly (Fix | null)[] {
  if (error.type !== 'UnknownField' || place.key === null) return [];
  const name = String(path.at(-1) ?? '');
  const similar = suggestField(path.slice(0, -1), name, besideIn(daemonSet.value, path));
  const rename =
    similar === null ? null : { title: `Change to ${similar}`, preferred: true, edits: [{ span: place.key, newText: similar }] };
  return [rename, removePair(document, place.key.start, `Remove ${name}`)];
}
