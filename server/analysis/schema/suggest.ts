import { compareNumbers, compareOrdinal } from '../../../core/base/compare.ts';
import { at, isJsonObject, type JsonObject } from '../../../core/base/json.ts';
import { childrenOf, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';

/** The field of the object at `parent` that a misspelt one most likely means; null when none is near, or only one that is there already. */
export function suggestField(parent: JsonPath, written: string, isPresent: (name: string) => boolean): string | null {
  return suggest(
    written,
    [...childrenOf(parent).keys()].filter(name => !isPresent(name)),
  );
}

/** Whether a key stands beside the one at the end of a path. Asks, and lists nothing: there may be thousands. */
export function besideIn(manifest: JsonObject, path: JsonPath): (name: string) => boolean {
  const parent = at(manifest, ...path.slice(0, -1));
  return name => isJsonObject(parent) && Object.hasOwn(parent, name);
}

/** The candidate nearest to a misspelt word: at most a third of its letters (at least one) may differ. */
export function suggest(written: string, candidates: readonly string[]): string | null {
  const limit = Math.max(1, Math.min(3, Math.floor(written.length / 3)));
  const near = candidates
    .map(name => ({ name, distance: editDistance(written.toLowerCase(), name.toLowerCase(), limit) }))
    .filter(candidate => candidate.distance <= limit && candidate.name !== written)
    .sort((a, b) => compareNumbers(a.distance, b.distance) || compareOrdinal(a.name, b.name));
  return near[0]?.name ?? null;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other; more than `limit` is only "more". */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit || a.length > 100) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row.push(cell(a, b, i, j, { row, last, before }));
    before = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}

function cell(a: string, b: string, i: number, j: number, rows: { row: number[]; last: number[]; before: number[] }): number {
  const far = Number.POSITIVE_INFINITY;
  const same = a[i - 1] === b[j - 1] ? 0 : 1;
  let best = Math.min((rows.last[j] ?? far) + 1, (rows.row[j - 1] ?? far) + 1, (rows.last[j - 1] ?? far) + same);
  if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (rows.before[j - 2] ?? far) + 1);
  return best;
}
