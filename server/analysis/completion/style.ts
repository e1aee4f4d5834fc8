import type { Entry } from './entries.ts';

/** How many columns this document indents by: the first indented key says. */
export function indentOf(entries: readonly Entry[]): number {
  for (const [index, entry] of entries.entries()) {
    const before = entries[index - 1];
    if (before?.kind === 'key' && entry.kind === 'key' && entry.column > before.column && entry.line > before.line)
      return entry.column - before.column;
  }
  return 2;
}

/** Whether lists stand at the column of their key, as `kubectl get -o yaml` writes them. */
export function isFlush(entries: readonly Entry[]): boolean {
  const index = entries.findIndex(
    (entry, at) => entry.kind === 'item' && entries[at - 1]?.kind === 'key' && entries[at - 1]?.form === 'empty',
  );
  return index > 0 && entries[index]?.column === entries[index - 1]?.column;
}
