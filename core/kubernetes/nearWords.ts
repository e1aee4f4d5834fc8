/** Whether two names are near enough to take one for the other: case aside, at most two letters apart, and a third of the shorter one. */
export function isNear(a: string, b: string): boolean {
  const limit = Math.min(2, Math.floor(Math.min(a.length, b.length) / 3));
  return Math.abs(a.length - b.length) <= limit && editDistance(a.toLowerCase(), b.toLowerCase()) <= limit;
}

/** Letters to change, add or remove (Levenshtein). Costs a × b. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
