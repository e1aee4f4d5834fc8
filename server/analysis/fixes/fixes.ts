import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { suggestField } from '../schema/suggest.ts';
import { removePair } from './removePair.ts';

/** The mends of an error, the obvious one first. */
export function fixesFor(situation: Situation): readonly Fix[] {
  return sources.flatMap(source => source(situation)).filter(fix => fix !== null);
}

type FixSource = (situation: Situation) => readonly (Fix | null)[];

/** A new kind of mend is one function here. */
const sources: readonly FixSource[] = [renameField, removeField];

function renameField({ error, path, place }: Situation): readonly Fix[] {
  if (error.type !== 'UnknownField' || place.key === null) return [];
  const similar = suggestField(path.slice(0, -1), String(path.at(-1)));
  if (similar === null) return [];
  return [{ title: `Change to ${similar}`, preferred: true, edits: [{ span: place.key, newText: similar }] }];
}

function removeField({ error, document, place, path }: Situation): readonly (Fix | null)[] {
  if (error.type !== 'UnknownField' || place.key === null) return [];
  return [removePair(document, place.key.start, `Remove ${String(path.at(-1))}`)];
}
