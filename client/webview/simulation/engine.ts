import type { WorkerAnswer, WorkerRequest } from './messages.ts';

/** The simulation's side of the panel. */
export interface Engine {
  take(request: WorkerRequest): void;
}

export function createEngine(_post: (answer: WorkerAnswer) => void, _later: (work: () => void) => void): Engine {
  return { take: () => {} };
}
