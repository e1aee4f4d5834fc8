import type { Step } from './value.ts';

/** Whether a path leads to the value at another path, or to one inside it. */
export function leadsInto(path: readonly Step[], around: readonly Step[]): boolean {
  return around.every((step, index) => path[index] === step);
}
