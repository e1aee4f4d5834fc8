import type { WaitingNode } from '../controller/reasons.ts';
import { type Instant, type Millis, objectKey } from '../kubernetes/objects/meta.ts';
import { daemonSetsAt, type Timeline } from '../simulation/timeline.ts';
import { type Actions, countActions } from './actions.ts';
import { completedSpan, lastProgress, leavesOld } from './completion.ts';
import { lastEdit } from './edits.ts';
import { type NodeHistory, nodeHistory } from './nodeHistory.ts';
import { medianWithout, type NodeTimes, nodeTimes } from './nodeTimes.ts';
import { type DaemonSetName, isNamed } from './subject.ts';
import { type Worst, worstOf, worstZones, type ZoneWorst } from './worst.ts';

/** How a rollout ends. */
export type ForecastOutcome =
  /**
   * Each targeted node has an available pod of the current template, and no node a pod it must not have. `from` is 0, the moment of the
   * edit; where the edit makes nothing happen it is the moment of the first disturbance.
   */
  | { readonly kind: 'complete'; readonly from: Instant; readonly at: Instant }
  /** It will not go on by itself. `since`: the last instant at which a node was done. */
  | { readonly kind: 'stalled'; readonly since: Instant }
  /** OnDelete: nodes keep their old pods until someone deletes them. */
  | { readonly kind: 'byHand' }
  /** No pod is made, deleted or out of date. */
  | { readonly kind: 'nothingToDo' }
  /** The run's limit came first. */
  | { readonly kind: 'stillRolling'; readonly at: Instant }
  /** There is no such DaemonSet at the end. */
  | { readonly kind: 'deleted' };

/** What one wants to know of a timeline. */
export interface Forecast {
  readonly subject: DaemonSetName;
  /** The moment of the edit, from which on everything is counted: that of the timeline. */
  readonly origin: Instant;
  readonly outcome: ForecastOutcome;
  /** How long it takes; null: it does not complete. */
  readonly duration: Millis | null;
  /** Nodes that should run a pod at the end. */
  readonly targeted: number;
  readonly worst: Worst;
  /** The same for each zone, in order of names; empty when the nodes tell of fewer than two. */
  readonly zones: readonly ZoneWorst[];
  readonly actions: Actions;
  /** Median time without an available pod, over the nodes that were without one and got it back; 0: there were none. */
  readonly withoutEach: Millis;
  /** Targeted nodes that still have an old pod at the end, by name. */
  readonly left: readonly string[];
  /** Targeted nodes with an available pod of the current template at the end. */
  readonly updated: number;
  /** Nodes on which the rollout is not finished at the end, and why. */
  readonly waiting: readonly WaitingNode[];
  /** When so many hundredths of the targeted nodes were done. */
  readonly milestones: readonly { readonly percent: 25 | 50 | 75 | 100; readonly at: Instant }[];
  readonly nodes: readonly NodeTimes[];
}

/** Reads a forecast out of a timeline. `history` may be passed when it is there already. */
export function forecast(timeline: Timeline, subject: DaemonSetName, history: NodeHistory = nodeHistory(timeline, subject)): Forecast {
  const end = endOf(timeline);
  const edit = lastEdit(timeline, subject);
  const actions = countActions(timeline, history, subject);
  const outcome = outcomeOf(timeline, history, subject, actions, edit, end);
  const nodes = nodeTimes(history, edit, outcome.kind === 'complete' ? outcome.at : end);
  const open = outcome.kind === 'stalled' || outcome.kind === 'stillRolling' || outcome.kind === 'byHand';
  return {
    subject,
    origin: timeline.origin,
    outcome,
    duration: outcome.kind === 'complete' ? outcome.at - outcome.from : null,
    targeted: history.series.targeted.at(-1) ?? 0,
    worst: worstOf(history.series, timeline.origin),
    zones: worstZones(history, timeline.origin),
    actions,
    withoutEach: medianWithout(nodes),
    left: nodes.filter(node => node.left).map(node => node.node),
    updated: nodes.filter(node => node.done).length,
    waiting: open ? (timeline.waiting.find(one => one.daemonSet === objectKey(subject))?.nodes ?? []) : [],
    milestones: milestonesOf(nodes),
    nodes,
  };
}

/** The instant at which a timeline ends. */
export function endOf(timeline: Timeline): Instant {
  return timeline.outcome.kind === 'running' ? (timeline.instants.at(-1) ?? 0) : timeline.outcome.at;
}

function outcomeOf(
  timeline: Timeline,
  history: NodeHistory,
  subject: DaemonSetName,
  actions: Actions,
  edit: Instant,
  end: Instant,
): ForecastOutcome {
  const daemonSet = daemonSetsAt(timeline, end).find(one => isNamed(one, subject));
  if (daemonSet === undefined) return { kind: 'deleted' };
  if (isIdle(actions) && !leavesOld(history)) return { kind: 'nothingToDo' };
  const span = completedSpan(
    history.series,
    timeline.origin,
    edit,
    timeline.marks.map(mark => mark.at),
  );
  if (span !== null) return { kind: 'complete', from: span.from, at: span.to };
  if (daemonSet.spec.updateStrategy.type === 'OnDelete') return { kind: 'byHand' };
  const progress = lastProgress(history.series, edit);
  if (timeline.outcome.kind === 'quiet' || end - progress.at > progress.patience) return { kind: 'stalled', since: progress.at };
  return { kind: 'stillRolling', at: end };
}

function isIdle(actions: Actions): boolean {
  return actions.created === 0 && actions.replaced === 0 && actions.removed === 0 && actions.refused === 0;
}

function milestonesOf(nodes: readonly NodeTimes[]): Forecast['milestones'] {
  const done = nodes.flatMap(node => (node.done && node.doneAt !== null ? [node.doneAt] : [])).sort((a, b) => a - b);
  const targeted = nodes.filter(node => node.targeted).length;
  return ([25, 50, 75, 100] as const).flatMap(percent => {
    const at = done[Math.ceil((targeted * percent) / 100) - 1];
    return at === undefined ? [] : [{ percent, at }];
  });
}
