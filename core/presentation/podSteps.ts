import { nodeOfPod } from '../controller/podOrder.ts';
import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { historyOfNode, type Timeline } from '../simulation/timeline.ts';
import { spokenDuration } from './duration.ts';
import type { Words } from './words/en.ts';
import { sayText } from './words/say.ts';

/** The moments of a pod's start that a timeline knows. */
interface Start {
  readonly created: Instant;
  readonly bound: Instant | null;
  readonly running: Instant | null;
  readonly ready: Instant | null;
}

/** How long a pod took to get Ready, step by step: `ready after 7 s: scheduling < 1 s, start 5 s, readiness probe 2 s`; empty for one of the start state. */
export function stepsText(timeline: Timeline, pod: Pod, at: Instant, words: Words): string {
  const start = startOf(timeline, pod, at);
  if (start === null || start.ready === null) return '';
  const parts: string[] = [];
  const { created, bound, running, ready } = start;
  if (bound !== null && bound > created) parts.push(sayText('pod.step.bind', { time: spokenDuration(bound - created, words) }, words));
  if (running !== null) parts.push(sayText('pod.step.start', { time: spokenDuration(running - (bound ?? created), words) }, words));
  parts.push(probePart(pod, running === null ? null : ready - running, words));
  return sayText(
    'pod.readyAfter',
    { total: spokenDuration(ready - created, words), parts: parts.filter(part => part !== '').join(', ') },
    words,
  );
}

function probePart(pod: Pod, time: Millis | null, words: Words): string {
  if (pod.spec.containers.every(container => container.readinessProbe === null)) return sayText('pod.step.noProbe', {}, words);
  return time === null || time === 0 ? '' : sayText('pod.step.probe', { time: spokenDuration(time, words) }, words);
}

function startOf(timeline: Timeline, pod: Pod, at: Instant): Start | null {
  const start = {
    created: null as Instant | null,
    bound: null as Instant | null,
    running: null as Instant | null,
    ready: null as Instant | null,
  };
  for (const version of historyOfNode(timeline, nodeOfPod(pod), pod.owner?.uid ?? '')) {
    const { after } = version;
    if (version.at > at || after === null || after.uid !== pod.uid) continue;
    if (version.before === null) start.created = version.at;
    if (after.nodeName !== '') start.bound ??= version.at;
    if (after.phase === 'Running') start.running ??= version.at;
    if (after.ready?.ready === true) start.ready ??= version.at;
  }
  return start.created === null || start.created < 0 ? null : { ...start, created: start.created };
}
