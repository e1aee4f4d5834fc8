import { compareNumbers } from '../base/compare.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Instant, Labels } from '../kubernetes/objects/meta.ts';
import type { Pod, PodPhase } from '../kubernetes/objects/pod.ts';
import { matchesSelector } from '../kubernetes/selector.ts';
import { annotationLines, labelLines } from './describe/multiline.ts';
import { describePodTemplate } from './describe/podTemplate.ts';
import { kubectlAge } from './duration.ts';
import { labelsText, selectorText, sortedKeys } from './labelText.ts';
import type { RecordedEvent } from './recordedEvents.ts';
import { alignTabs } from './tabAlign.ts';

/**
 * What `kubectl describe daemonset` prints at `now` (kubectl describe.go, describeDaemonSet).
 * `pods` may be those of the whole namespace; `events` those of any object, or null for `--show-events=false`.
 */
export function describeDaemonSet(
  daemonSet: DaemonSet,
  pods: readonly Pod[],
  events: readonly RecordedEvent[] | null,
  now: Instant,
): string {
  const template = describePodTemplate(daemonSet.spec.template.json);
  const own = events?.filter(({ event: { regarding } }) => isAbout(regarding, daemonSet)) ?? null;
  const head = headLines(daemonSet) + countLines(daemonSet) + phaseLine(daemonSet, pods) + template;
  if (own === null) return alignTabs(head);
  if (own.length === 0) return alignTabs(`${head}Events:\t<none>\n`);
  return alignTabs(head) + alignTabs(eventLines(own, now));
}

function isAbout(regarding: RecordedEvent['event']['regarding'], daemonSet: DaemonSet): boolean {
  return regarding.kind === 'DaemonSet' && regarding.namespace === daemonSet.namespace && regarding.name === daemonSet.name;
}

function headLines(daemonSet: DaemonSet): string {
  const { spec } = daemonSet;
  return [
    `Name:\t${daemonSet.name}\n`,
    `Namespace:\t${daemonSet.namespace}\n`,
    `Selector:\t${selectorText(spec.selector)}\n`,
    `Node-Selector:\t${labelsText(spec.template.spec.nodeSelector)}\n`,
    labelLines('Labels', entries(daemonSet.labels)),
    annotationLines('Annotations', entries(daemonSet.annotations)),
  ].join('');
}

function countLines({ status }: DaemonSet): string {
  return [
    `Desired Number of Nodes Scheduled: ${status.desiredNumberScheduled}\n`,
    `Current Number of Nodes Scheduled: ${status.currentNumberScheduled}\n`,
    `Number of Nodes Scheduled with Up-to-date Pods: ${status.updatedNumberScheduled}\n`,
    `Number of Nodes Scheduled with Available Pods: ${status.numberAvailable}\n`,
    `Number of Nodes Misscheduled: ${status.numberMisscheduled}\n`,
  ].join('');
}

function phaseLine(daemonSet: DaemonSet, pods: readonly Pod[]): string {
  const count = new Map<PodPhase, number>();
  for (const pod of pods) {
    if (pod.namespace !== daemonSet.namespace || pod.owner?.uid !== daemonSet.uid) continue;
    if (matchesSelector(daemonSet.spec.selector, pod.labels)) count.set(pod.phase, (count.get(pod.phase) ?? 0) + 1);
  }
  const of = (phase: PodPhase): number => count.get(phase) ?? 0;
  return `Pods Status:  ${of('Running')} Running / ${of('Pending')} Waiting / ${of('Succeeded')} Succeeded / ${of('Failed')} Failed\n`;
}

function eventLines(events: readonly RecordedEvent[], now: Instant): string {
  const lines = [...events].sort((a, b) => compareNumbers(seconds(a), seconds(b))).map(event => eventLine(event, now));
  return `Events:\n  Type\tReason\tAge\tFrom\tMessage\n  ----\t------\t----\t----\t-------\n${lines.join('')}`;
}

function seconds(event: RecordedEvent): number {
  return Math.floor(event.lastAt / 1000);
}

function eventLine({ event, message, count, firstAt, lastAt }: RecordedEvent, now: Instant): string {
  const first = kubectlAge(firstAt, now);
  const age = count > 1 ? `${kubectlAge(lastAt, now)} (x${count} over ${first})` : first;
  return `  ${event.type}\t${event.reason}\t${age}\t${event.source}\t${message.trim()}\n`;
}

function entries(labels: Labels): (readonly [string, string])[] {
  return sortedKeys(labels).map(key => [key, labels[key] ?? ''] as const);
}
