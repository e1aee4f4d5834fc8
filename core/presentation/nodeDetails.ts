import type { WaitingNode } from '../controller/reasons.ts';
import { endOf } from '../forecast/forecast.ts';
import { codeAt } from '../forecast/lanes.ts';
import type { NodeHistory } from '../forecast/nodeHistory.ts';
import { isCordoned, isDown, isPending, stateOf } from '../forecast/nodeState.ts';
import type { DaemonSetName } from '../forecast/subject.ts';
import { downSince } from '../forecast/trouble.ts';
import { waitingAt } from '../forecast/waiting.ts';
import { type Instant, objectKey } from '../kubernetes/objects/meta.ts';
import type { Timeline } from '../simulation/timeline.ts';
import { budgetText } from './budgetText.ts';
import { spokenDuration } from './duration.ts';
import { type Moment, momentAt, type NodeMoment, nodeMoment } from './nodeMoment.ts';
import { placedText, placementChecks } from './placementChecks.ts';
import { podReasons } from './podReasons.ts';
import type { Reason } from './reason.ts';
import { waitText } from './waitText.ts';
import { en, type Words } from './words/en.ts';
import { say, sayText } from './words/say.ts';

/** Everything there is to say of a selected node at an instant. */
export interface NodeDetails {
  readonly node: string;
  /** `Ready`, `NotReady for 14 s`, `Ready, cordoned`. */
  readonly condition: string;
  /** Its pods, what they wait for, and the placement verdict predicate by predicate. */
  readonly reasons: readonly Reason[];
  /** Its pod of the DaemonSet, which actions are about; empty: none. */
  readonly pod: string;
  readonly down: boolean;
  readonly cordoned: boolean;
}

/** The details of a node; null: there never was such a node. */
export function nodeDetails(
  timeline: Timeline,
  history: NodeHistory,
  subject: DaemonSetName,
  name: string,
  at: Instant,
  words: Words = en,
): NodeDetails | null {
  const lane = history.nodes.indexOf(name);
  if (lane < 0) return null;
  const moment = momentAt(timeline, history, subject, at, words);
  const node = nodeMoment(moment, name);
  const code = codeAt(history.lanes, lane, at);
  const waiting = isAtRest(code, node) ? [] : waitingFor(timeline, subject, at);
  return {
    node: name,
    condition: conditionText(moment, node),
    reasons: [...podReasons(timeline, moment, node), ...waitReasons(waiting, node, words), ...placementReasons(moment, node)],
    pod: node.pods[0]?.pod.name ?? '',
    down: isDown(code),
    cordoned: isCordoned(code),
  };
}

/** Whether the node neither waits nor keeps others waiting: it is done, or has nothing to do with the DaemonSet. */
function isAtRest(code: number, node: NodeMoment): boolean {
  if (isPending(code) || node.pods.some(({ pod }) => pod.deletedAt !== null)) return false;
  return stateOf(code) === 'updated' || stateOf(code) === 'notTargeted';
}

/** At the end the controller's own answer is there; before, it has to be worked out from the objects. */
function waitingFor(timeline: Timeline, subject: DaemonSetName, at: Instant): readonly WaitingNode[] {
  if (timeline.outcome.kind === 'running' || at < endOf(timeline)) return waitingAt(timeline, subject, at);
  return timeline.waiting.find(one => one.daemonSet === objectKey(subject))?.nodes ?? [];
}

function conditionText({ at, words }: Moment, { node }: NodeMoment): string {
  if (node === null) return sayText('node.absent', {}, words);
  const since = downSince(node);
  const ready =
    since === null ? sayText('node.ready', {}, words) : sayText('node.notReadyFor', { time: spokenDuration(at - since, words) }, words);
  return node.unschedulable ? `${ready}, ${sayText('node.cordoned', {}, words)}` : ready;
}

/** Why the node is not done, and whom it keeps waiting. */
function waitReasons(waiting: readonly WaitingNode[], { name, because }: NodeMoment, words: Words): Reason[] {
  const leaves = because !== null && because.kind !== 'eligible';
  const own = waiting.find(one => one.node === name && !(leaves && one.reason.kind === 'terminating'));
  const reasons: Reason[] = [];
  if (own !== undefined) {
    const { text, more } = waitText(own, words);
    reasons.push({ icon: 'watch', tone: 'plain', text, more });
  }
  const kept = waiting.filter(({ reason }) => reason.kind === 'budget' && reason.blockers.some(blocker => blocker.node === name));
  const [first] = kept;
  if (first?.reason.kind === 'budget') reasons.push(countsReason(first.reason.budget, kept.length, words));
  return reasons;
}

function countsReason(
  budget: Parameters<typeof budgetText>[0] & { readonly used: number; readonly limit: number },
  n: number,
  words: Words,
): Reason {
  const text = say('wait.counts', { budget: budgetText(budget), used: budget.used, limit: budget.limit }, words);
  return { icon: 'lock', tone: 'warning', text, more: sayText('wait.countsMore', { n }, words) };
}

function placementReasons({ daemonSet, words }: Moment, { node, because }: NodeMoment): Reason[] {
  if (daemonSet === null || node === null || because === null) return [];
  const { spec } = daemonSet.spec.template;
  if (because.kind === 'eligible') return [{ icon: 'check', tone: 'ok', text: placedText(node, spec, words), more: '' }];
  return placementChecks(node, spec, words).map(check =>
    check.passes
      ? { icon: 'check', tone: 'ok' as const, text: check.text, more: '' }
      : { icon: 'circle-slash', tone: 'none' as const, text: check.text, more: '' },
  );
}
