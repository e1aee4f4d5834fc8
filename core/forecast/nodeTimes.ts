import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import { changeAt } from './lanes.ts';
import type { NodeHistory } from './nodeHistory.ts';
import { isPending, isWithout, stateOf } from './nodeState.ts';

/** What a rollout means for one node. */
export interface NodeTimes {
  readonly node: string;
  /** Whether it should run a pod at the end. */
  readonly targeted: boolean;
  /** Whether it has an available pod of the current template at the end. */
  readonly done: boolean;
  /** Since when, counted from the edit on; null: it is not done. */
  readonly doneAt: Instant | null;
  /** Whether it still has an old pod at the end, and should have a new one. */
  readonly left: boolean;
  /** Total time without an available pod, from the edit to the end of the rollout. */
  readonly without: Millis;
  /** Whether it still is without one at the end. */
  readonly withoutAtEnd: boolean;
}

/** Times of all nodes, from `edit` to `end`, in the order of the lanes. */
export function nodeTimes(history: NodeHistory, edit: Instant, end: Instant): NodeTimes[] {
  return history.nodes.map((node, lane) => timesOf(history, node, lane, edit, end));
}

function timesOf({ lanes, targetedAtEnd }: NodeHistory, node: string, lane: number, edit: Instant, end: Instant): NodeTimes {
  const stop = lanes.offsets[lane + 1] ?? 0;
  const start = Math.max(lanes.offsets[lane] ?? 0, changeAt(lanes, lane, edit));
  let without = 0;
  let doneAt: Instant | null = null;
  for (let i = start; i < stop; i++) {
    const code = lanes.code[i] ?? 0;
    const from = Math.max(0, edit, lanes.at[i] ?? 0);
    const to = i + 1 < stop ? Math.min(end, lanes.at[i + 1] ?? end) : end;
    if (isWithout(code)) without += Math.max(0, to - from);
    if (isPending(code)) doneAt = null;
    else doneAt ??= from;
  }
  const last = stop > (lanes.offsets[lane] ?? 0) ? (lanes.code[stop - 1] ?? 0) : 0;
  const state = stateOf(last);
  const targeted = targetedAtEnd[lane] === 1;
  return {
    node,
    targeted,
    done: targeted && !isPending(last),
    doneAt: targeted ? doneAt : null,
    left: targeted && state === 'old',
    without,
    withoutAtEnd: isWithout(last),
  };
}

/** The median of the times without, over nodes that were without an available pod and have one at the end. */
export function medianWithout(nodes: readonly NodeTimes[]): Millis {
  const times = nodes.flatMap(node => (node.without > 0 && !node.withoutAtEnd ? [node.without] : [])).sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
