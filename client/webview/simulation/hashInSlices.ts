import { type Timeline, traceHashing } from '../../../core/simulation/timeline.ts';
import type { Work } from './work.ts';

/** Computes a timeline's trace hash in slices: that of a large one takes as long as the run did. */
export function hashInSlices(timeline: Timeline, { wanted, later }: Work, tell: (hash: string) => void): void {
  const hashing = traceHashing(timeline);
  const goOn = (): void => {
    if (!wanted()) return;
    const part = hashing.next();
    if (part.done === true) tell(part.value);
    else later(goOn);
  };
  later(goOn);
}
