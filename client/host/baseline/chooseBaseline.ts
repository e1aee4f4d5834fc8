import type { BaselineWish } from '../settings/baselineWish.ts';
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
  /** The document at a revision of Git. */
  readonly git: (revision: string) => Promise<Lookup>;
  readonly saved: () => Promise<Lookup>;
  /** Another file, by its path in the settings. */
  readonly file: (path: string) => Promise<Lookup>;
}

/** The earlier text that was chosen. */
export interface ChosenText {
  readonly kind: 'git' | 'saved' | 'file' | 'none';
  /** The revision or the file; empty with the other kinds. */
  readonly from: string;
  /** null with the kind `none`. */
  readonly text: string | null;
  /** Why it is not what was wished for; else empty. */
  readonly note: string;
}

/** Finds what a person wishes to compare with, or the next best: the revision of Git or the file, else the saved file, else nothing. */
export async function chooseBaseline(wish: BaselineWish, places: BaselinePlaces): Promise<ChosenText> {
  if (wish === 'none') return nothing('');
  if (wish === 'saved') return savedOrNothing(places, '');
  const from = wish === 'git' ? head : wish.slice(wish.indexOf(':') + 1);
  const kind = wish.startsWith('file:') ? 'file' : 'git';
  const found = await places[kind](from);
  if (found.found) return { kind, from, text: found.text, note: '' };
  return found.isNew ? nothing(found.note) : savedOrNothing(places, found.note);
}

/** The last commit. */
export const head = 'HEAD';

/** What the panel's header calls it. */
export function baselineLabel({ kind, from }: Pick<ChosenText, 'kind' | 'from'>, say: Say): string {
  switch (kind) {
    case 'git':
      return from === head ? say('Git HEAD') : say('Git {0}', from);
    case 'file':
      return from;
    case 'saved':
      return say('saved file');
    case 'none':
      return say('nothing yet');
  }
}

async function savedOrNothing(places: BaselinePlaces, note: string): Promise<ChosenText> {
  const saved = await places.saved();
  if (saved.found) return { kind: 'saved', from: '', text: saved.text, note };
  return nothing(note === '' ? saved.note : note);
}

function nothing(note: string): ChosenText {
  return { kind: 'none', from: '', text: null, note };
}
