import { nodeOfPod } from '../controller/podOrder.ts';
import type { SyncAction } from '../controller/syncReport.ts';
import { objectKey } from '../kubernetes/objects/meta.ts';
import type { Timeline } from '../simulation/timeline.ts';
import { codeAt } from './lanes.ts';
import type { NodeHistory } from './nodeHistory.ts';
import { isAbsent, stateOf } from './nodeState.ts';
import { type DaemonSetName, isOwned } from './subject.ts';

/** What happened to pods from the origin on. */
export interface Actions {
  /** Pods the controller made. */
  readonly created: number;
  /** Pods that went from a node which keeps running one. */
  readonly replaced: number;
  /** Of the pods the controller replaced, those it did not wait for maxUnavailable or maxSurge with: they were not available before. */
  readonly outsideBudget: number;
  /** Pods that went from a node which runs none afterwards, or which is gone. */
  readonly removed: number;
  /** Failed pods that were deleted to be tried again. */
  readonly retried: number;
  /** Creates that the API server refused. */
  readonly refused: number;
}

export function countActions(timeline: Timeline, history: NodeHistory, subject: DaemonSetName): Actions {
  const tally = { created: 0, replaced: 0, outsideBudget: 0, removed: 0, retried: 0, refused: 0 };
  const key = objectKey(subject);
  for (const { at, report } of timeline.syncs) {
    if (at < timeline.origin || report.daemonSet !== key) continue;
    for (const action of report.actions) countAction(tally, action);
  }
  const laneOf = new Map(history.nodes.map((name, index) => [name, index]));
  for (const { at, before, after } of timeline.pods) {
    if (at < timeline.origin || after !== null || before === null || !isOwned(before.owner, before.namespace, subject)) continue;
    const code = codeAt(history.lanes, laneOf.get(nodeOfPod(before)) ?? -1, at);
    if (isAbsent(code) || stateOf(code) === 'notTargeted') tally.removed++;
    else tally.replaced++;
  }
  tally.replaced -= Math.min(tally.replaced, tally.retried);
  return tally;
}

function countAction(tally: { created: number; outsideBudget: number; retried: number; refused: number }, action: SyncAction): void {
  if (action.kind === 'createPod') {
    tally.created++;
    if (action.because.kind === 'besideUnavailableOldPod') tally.outsideBudget++;
  }
  if (action.kind === 'createFailed') tally.refused++;
  if (action.kind === 'deletePod' && action.because.kind === 'oldUnavailable') tally.outsideBudget++;
  if (action.kind === 'deletePod' && action.because.kind === 'failed') tally.retried++;
}
