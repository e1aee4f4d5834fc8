import type { BaselineWish } from '../settings/settings.ts';
import type { Say } from '../words.ts';

/** What looking for an earlier text of a document came to. */
export type Lookup =
  | { readonly found: true; readonly text: string }
  /** The document is new to the place that was looked at (a file that is in no commit yet): nothing runs of it yet. */
  | { readonly found: false; readonly isNew: true; readonly note: string }
  /** The place itself is missing (no Git, no repository, never saved). */
  | { readonly found: false; readonly isNew: false; readonly note: string };

/** Where earlier texts of one document are looked for, when they are asked for. */
export interface BaselinePlaces {
  readonly git: () => Promise<Lookup>;
  readonly saved: () => Promise<Lookup>;
}

/** The earlier text that was chosen. */
export interface ChosenText {
  readonly kind: 'git' | 'saved' | 'none';
  /** null with the kind `none`. */
  readonly text: string | null;
  /** Why it is not what was wished for; else empty. */
  readonly note: string;
}

/** Finds what a person wishes to compare with, or the next best: Git HEAD, else the saved file, else nothing. */
export async function chooseBaseline(wish: BaselineWish, places: BaselinePlaces): Promise<ChosenText> {
  if (wish === 'none') return nothing('');
  if (wish === 'saved') return savedOrNothing(places, '');
  const git = await places.git();
  if (git.found) return { kind: 'git', text: git.text, note: '' };
  return git.isNew ? nothing(git.note) : savedOrNothing(places, git.note);
}

/** What the panel's header calls it. */
export function baselineLabel(kind: ChosenText['kind'], say: Say): string {
  switch (kind) {
    case 'git':
      return say('Git HEAD');
    case 'saved':
      return say('saved file');
    case 'none':
      return say('nothing yet');
  }
}

async function savedOrNothing(places: BaselinePlaces, note: string): Promise<ChosenText> {
  const saved = await places.saved();
  if (saved.found) return { kind: 'saved', text: saved.text, note };
  return nothing(note === '' ? saved.note : note);
}

function nothing(note: string): ChosenText {
  return { kind: 'none', text: null, note };
}
