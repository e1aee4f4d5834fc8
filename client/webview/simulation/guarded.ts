import type { Post } from './work.ts';

/** Does something for a run; a mistake of ours becomes an answer. */
export function guarded(run: number, post: Post, work: () => void): void {
  try {
    work();
  } catch (error) {
    post({ type: 'failure', run, message: error instanceof Error ? error.message : String(error) });
  }
}
