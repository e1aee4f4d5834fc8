import { type Completion, literal } from './completion.ts';
import type { Slot } from './slot.ts';

/** Whether an alias is being written: behind a `*`, or as the value of a merge key. */
export function isAlias(slot: Slot, text: string): boolean {
  return slot.style !== 'json' && (text[slot.replace.start] === '*' || slot.path.at(-1) === '<<');
}

/** The anchors that stand before the gap, the nearest first. */
export function aliasCompletions(slot: Slot, text: string): readonly Completion[] {
  const before = text.slice(0, slot.replace.start);
  const names = [...before.matchAll(/(?:^|[\s[{,])&([^\s,[\]{}]+)/gm)].map(([, name = '']) => name).reverse();
  return [...new Set(names)].map((name, rank) => ({
    label: `*${name}`,
    kind: 'reference',
    detail: 'what this anchor stands for',
    about: null,
    replace: slot.replace,
    snippet: `${slot.prefix}*${literal(name)}`,
    filter: `*${name}`,
    sort: String(rank).padStart(4, '0'),
    preselect: false,
    retrigger: false,
  }));
}
