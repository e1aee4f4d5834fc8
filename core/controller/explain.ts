import type { Instant } from '../kubernetes/objects/meta.ts';
import type { WaitingNode } from './reasons.ts';
import type { Controller } from './state.ts';

/** The nodes on which the rollout of the DaemonSet `namespace/name` is not finished, each with its reason, in the order of their names. */
export function explainWaiting(_controller: Controller, _daemonSet: string, _now: Instant): readonly WaitingNode[] {
  return [];
}
