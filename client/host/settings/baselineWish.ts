/** What may run before an edit, by the words of the setting: the last commit, any revision of Git, another file, the saved file, nothing. */
export type BaselineWish = 'git' | 'saved' | 'none' | `git:${string}` | `file:${string}`;

/** The wish in a setting; what makes no sense counts as not set. */
export function baselineWish(value: unknown): BaselineWish {
  if (value === 'saved' || value === 'none') return value;
  if (typeof value !== 'string') return 'git';
  const [, place, of = ''] = /^(git|file):(.+)$/.exec(value.trim()) ?? [];
  if (place === 'file') return `file:${of.trim()}`;
  return place === 'git' && isRevision(of) ? `git:${of}` : 'git';
}

/** Whether a text can be a revision of Git (`main`, `v1.2.0`, `HEAD~3`, `origin/main`), and never an option of a command. */
export function isRevision(text: string): boolean {
  return /^[\p{L}\p{N}_@][\p{L}\p{N}_@./~^{}+#-]{0,199}$/u.test(text);
}
