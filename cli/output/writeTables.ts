import { endOf } from '../../core/forecast/forecast.ts';
import { type DaemonSetName, isNamed } from '../../core/forecast/subject.ts';
import type { Instant } from '../../core/kubernetes/objects/meta.ts';
import { describeDaemonSet } from '../../core/presentation/describeDaemonSet.ts';
import { getDaemonSets } from '../../core/presentation/getDaemonSets.ts';
import { getEvents } from '../../core/presentation/getEvents.ts';
import { getNodes } from '../../core/presentation/getNodes.ts';
import { getPods } from '../../core/presentation/getPods.ts';
import { type RecordedEvent, recordEvents } from '../../core/presentation/recordedEvents.ts';
import { daemonSetsAt, nodesAt, podsAt, type Timeline } from '../../core/simulation/timeline.ts';
import type { Table } from '../simulate/options.ts';
import type { Sink } from './sink.ts';

/** Writes kubectl's tables of an instant (at most the end of the timeline), in the DaemonSet's namespace. */
export function writeTables(timeline: Timeline, subject: DaemonSetName, wanted: Instant, show: readonly Table[], out: Sink): void {
  const at = Math.min(wanted, endOf(timeline));
  const texts = show.map(table => tableOf(timeline, subject, at, table) || `No resources found in ${subject.namespace} namespace.\n`);
  out.write(texts.join('\n'));
}

function tableOf(timeline: Timeline, subject: DaemonSetName, at: Instant, table: Table): string {
  const isHere = (object: { readonly namespace: string }): boolean => object.namespace === subject.namespace;
  switch (table) {
    case 'ds':
      return getDaemonSets(daemonSetsAt(timeline, at).filter(isHere), at);
    case 'pods':
      return getPods(podsAt(timeline, at).filter(isHere), at, { wide: true });
    case 'nodes':
      return getNodes(nodesAt(timeline, at), at);
    case 'events':
      return getEvents(
        eventsUntil(timeline, at).filter(({ event }) => isHere(event.regarding)),
        at,
      );
    case 'describe':
      return describe(timeline, subject, at);
  }
}

function describe(timeline: Timeline, subject: DaemonSetName, at: Instant): string {
  const daemonSet = daemonSetsAt(timeline, at).find(one => isNamed(one, subject));
  return daemonSet === undefined ? '' : describeDaemonSet(daemonSet, podsAt(timeline, at), eventsUntil(timeline, at), at);
}

function eventsUntil(timeline: Timeline, at: Instant): RecordedEvent[] {
  return recordEvents(timeline.events.filter(event => event.at <= at));
}
