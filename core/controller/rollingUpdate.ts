import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Limits } from './budget.ts';
import type { NodeFacts } from './nodeFacts.ts';
import type { PlannedDelete } from './podCare.ts';
import type { Budget, DeleteReason } from './reasons.ts';
import type { Candidate } from './rollingShare.ts';
import { drawFrom } from './sampleSet.ts';
import { burst, type PlannedCreate, syncPods } from './syncPods.ts';
import type { SyncError } from './syncReport.ts';
import { failure, refreshView, type SyncRun } from './syncRun.ts';
import type { View } from './view.ts';

/**
 * One step of the rolling update (rollingUpdate, update.go).
 *
 * Assumptions: pods have been claimed, and manage has left nothing open.
 * Invariants:
 * - which nodes go first is random; how many depends on counts alone;
 * - old pods that are not available go at once, whatever the budget; available ones only while the budget has room;
 * - nodes that should not run a pod, or do not exist, count while a pod belongs to them; percentages are of the desired nodes.
 */
export function rollingUpdate(sync: SyncRun): SyncError | null {
  const { limits } = refreshView(sync);
  if (typeof limits === 'string') return failure('invalidBudget', limits);
  if (limits === null) return null;
  return limits.maxSurge === 0 ? replacePods(sync, limits) : surgePods(sync, limits);
}

/** The budget of the present step, for the reasons. */
export function budgetOf(view: View, limits: Limits): Budget {
  const strategy = view.daemonSet.spec.updateStrategy;
  const surging = limits.maxSurge !== 0;
  const written = strategy.type !== 'RollingUpdate' ? 0 : surging ? strategy.maxSurge : strategy.maxUnavailable;
  return {
    kind: surging ? 'maxSurge' : 'maxUnavailable',
    written,
    limit: surging ? limits.maxSurge : limits.maxUnavailable,
    used: view.tally.counted,
    desired: view.tally.desired,
  };
}

function replacePods(sync: SyncRun, limits: Limits): SyncError | null {
  const { candidates, counted } = sync.view.tally;
  if (candidates.replaceNow.items.length === 0 && (candidates.replace.items.length === 0 || counted >= limits.maxUnavailable)) return null;
  const budget = budgetOf(sync.view, limits);
  const unavailable = draw(sync, 'replaceNow', burst, ({ oldPod }) => deletion(oldPod, { kind: 'oldUnavailable' }));
  const room = budget.limit - budget.used;
  const others = draw(sync, 'replace', room, ({ oldPod }) => deletion(oldPod, { kind: 'rollingUpdate', budget }));
  return syncPods(sync, [], [...unavailable, ...others]);
}

function surgePods(sync: SyncRun, limits: Limits): SyncError | null {
  const { tally } = sync.view;
  if (tally.lookupFailures > 0) return failure('nodeLookupFailed', 'the node of an old pod does not exist');
  const budget = budgetOf(sync.view, limits);
  const { desired, surgeAvailable: available } = tally;
  const dropped = draw(sync, 'dropOld', burst, ({ oldPod, newPod }) => deletion(oldPod, whyDropped(newPod)));
  const spare = available - desired;
  const sunset = draw(sync, 'sunset', spare, ({ oldPod }) => deletion(oldPod, { kind: 'sunset', available, desired }));
  const now = draw(
    sync,
    'surgeNow',
    burst,
    surgeCreate(() => null),
  );
  const surged = draw(
    sync,
    'surge',
    budget.limit - budget.used,
    surgeCreate(() => budget),
  );
  return syncPods(sync, [...now, ...surged], [...dropped, ...sunset]);
}

/** The old pod goes because the new one is available, or, where there is none, because its node should not run it any more. */
function whyDropped(newPod: Pod | null): DeleteReason {
  return newPod === null ? { kind: 'oldUnavailable' } : { kind: 'surgedNewAvailable', newPod: newPod.name };
}

function surgeCreate(budget: () => Budget | null): (facts: NodeFacts, node: string) => PlannedCreate {
  return (facts, node) => {
    const room = budget();
    const oldPod = facts.oldPod?.name ?? '';
    return { node, because: room === null ? { kind: 'besideUnavailableOldPod', oldPod } : { kind: 'surge', oldPod, budget: room } };
  };
}

function deletion(pod: Pod | null, because: DeleteReason): PlannedDelete | null {
  return pod === null ? null : { pod, because };
}

/** Plans for up to `limit` candidates of a kind, drawn at random. */
function draw<T>(sync: SyncRun, candidate: Candidate, limit: number, plan: (facts: NodeFacts, node: string) => T | null): readonly T[] {
  const planned: T[] = [];
  drawFrom(sync.view.tally.candidates[candidate], sync.controller.random, entry => {
    if (planned.length >= Math.min(limit, burst)) return false;
    const one = entry.facts === null ? null : plan(entry.facts, entry.name);
    if (one !== null) planned.push(one);
    return true;
  });
  return planned;
}
