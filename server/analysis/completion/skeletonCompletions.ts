import type { Completion } from './completion.ts';
import { skeletons } from './skeletons/skeletons.ts';
import type { Slot } from './slot.ts';

/** Whole manifests, for a document that is still empty. */
export function skeletonCompletions(slot: Slot): readonly Completion[] {
  if (slot.style !== 'block' || slot.column !== 0) return [];
  return skeletons.map((skeleton, rank) => ({
    label: skeleton.label,
    kind: 'snippet',
    detail: skeleton.detail,
    about: null,
    replace: slot.replace,
    snippet: skeleton.text,
    filter: skeleton.label,
    sort: `0000${rank}`,
    preselect: rank === 0,
    retrigger: false,
  }));
}
