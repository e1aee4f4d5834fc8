import type { Machine } from './boundPod.ts';

export type { Machine, Pull, Refusal } from './boundPod.ts';

export function createMachine(name: string): Machine {
  return {
    name,
    node: null,
    up: true,
    marked: false,
    refuses: null,
    pressure: null,
    virtual: false,
    token: 0,
    pods: none,
    waiting: none,
    wasReady: none,
    images: none,
    pullsDoneAt: 0,
    pulls: none,
  };
}

/** Most machines never have more than one entry in any of their lists: an empty one is shared, and a longer one is as long as it has to be. */
const none: readonly never[] = [];
