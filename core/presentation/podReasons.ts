import { labelOf, revisionHashLabel } from '../controller/templateGeneration.ts';
import { hasFailed } from '../forecast/laneState.ts';
import { downSince } from '../forecast/trouble.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { revisionsAt, type Timeline } from '../simulation/timeline.ts';
import { spokenDuration } from './duration.ts';
import type { Moment, NodeMoment, PodMoment } from './nodeMoment.ts';
import { podStatus } from './podStatus.ts';
import { stepsText } from './podSteps.ts';
import { probeWait } from './probeText.ts';
import type { Reason } from './reason.ts';
import { link, say, sayText } from './words/say.ts';

/** A line for each pod of the node, and for what its manifest leaves out. */
export function podReasons(timeline: Timeline, moment: Moment, node: NodeMoment): Reason[] {
  const { words } = moment;
  const reasons = node.pods.map(one => podReason(timeline, moment, node, one));
  const [first] = node.pods;
  if (first?.pod.ready?.ready !== true || first.pod.deletedAt !== null || !lacksProbe(first.pod)) return reasons;
  const field = link('readinessProbe', 'spec.template.spec.containers[0]');
  return [...reasons, { icon: 'lightbulb', tone: 'starting', text: say('pod.noProbe', { field }, words), more: '' }];
}

function podReason(timeline: Timeline, moment: Moment, node: NodeMoment, one: PodMoment): Reason {
  const { pod } = one;
  const { words } = moment;
  const { status, ready } = podStatus(pod, moment.at);
  const text = say('pod.line', { pod: pod.name, status, ready, revision: revisionText(timeline, moment, pod) }, words);
  return { icon: 'circle-filled', tone: toneOf(moment, one), text, more: moreText(timeline, moment, node, one) };
}

function toneOf({ at }: Moment, { pod, updated, availableFrom }: PodMoment): Reason['tone'] {
  if (pod.deletedAt !== null) return 'terminating';
  if (availableFrom !== null && availableFrom <= at) return updated ? 'updated' : 'old';
  return hasFailed(pod) ? 'failed' : 'starting';
}

function revisionText(timeline: Timeline, { at, words }: Moment, pod: Pod): string {
  const hash = labelOf(pod.labels, revisionHashLabel);
  const revision = revisionsAt(timeline, at).find(one => hash !== undefined && labelOf(one.labels, revisionHashLabel) === hash);
  return revision === undefined ? (hash ?? '') : sayText('cell.revision', { n: revision.revision }, words);
}

function moreText(
  timeline: Timeline,
  { at, daemonSet, removedAt, words }: Moment,
  { node }: NodeMoment,
  { pod, availableFrom }: PodMoment,
): string {
  if (pod.deletedAt !== null) {
    if (downSince(node) !== null) return sayText('pod.silent', {}, words);
    const gone = removedAt.get(pod.uid);
    return gone === undefined
      ? ''
      : sayText('pod.graceLeft', { time: spokenDuration(gone - at, words), seconds: pod.gracePeriodSeconds }, words);
  }
  if (availableFrom !== null && availableFrom > at) {
    return sayText('pod.availableAt', { time: spokenDuration(availableFrom, words), seconds: daemonSet?.spec.minReadySeconds ?? 0 }, words);
  }
  return availableFrom === null ? pod.message || probeWait(pod, at, words) : stepsText(timeline, pod, at, words);
}

/** Whether no container has a readiness probe. */
function lacksProbe(pod: Pod): boolean {
  return pod.spec.containers.every(container => container.readinessProbe === null);
}
