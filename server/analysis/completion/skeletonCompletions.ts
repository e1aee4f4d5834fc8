import type { Completion } from './completion.ts';
import { skeletons } from './skeletons/skeletons.ts';
import type { Slot } from './slot.ts';

/** Whole manifests, for a document (or an entry of a List) that is still empty. */
export function skeletonCompletions(slot: Slot): readonly Completion[] {
  if (slot.style !== 'block') return [];
  const newLine = `\n${' '.repeat(slot.column)}`;
  return skeletons.map((skeleton, rank) => ({
    label: skeleton.label,
    kind: 'snippet',
    detail: skeleton.detail,
    about: null,
    replace: slot.replace,
    snippet: slot.prefix + skeleton.text.replaceAll(/\n(?=.)/g, newLine),
    filter: skeleton.label,
    sort: `0000${rank}`,
    preselect: rank === 0,
    retrigger: false,
  }));
}
