import { assertNever } from '../../../core/base/assert.ts';
import { type DaemonSetName, isNamed, isOwned } from '../../../core/forecast/subject.ts';
import type { ControllerRef, Instant } from '../../../core/kubernetes/objects/meta.ts';
import { describeDaemonSet } from '../../../core/presentation/describeDaemonSet.ts';
import { getDaemonSets } from '../../../core/presentation/getDaemonSets.ts';
import { getEvents } from '../../../core/presentation/getEvents.ts';
import { getPods } from '../../../core/presentation/getPods.ts';
import { type RecordedEvent, recordEvents } from '../../../core/presentation/recordedEvents.ts';
import { rolloutHistory } from '../../../core/presentation/rolloutHistory.ts';
import { daemonSetsAt, podsAt, revisionsAt, type Timeline } from '../../../core/simulation/timeline.ts';
import type { Table } from './table.ts';

/** What kubectl prints at an instant: of the DaemonSet's namespace, its own pods with `-o wide`. */
export function tableText(timeline: Timeline, daemonSet: DaemonSetName, table: Exclude<Table, 'reasons'>, at: Instant): string {
  const own = (object: { readonly owner: ControllerRef | null; readonly namespace: string }): boolean =>
    isOwned(object.owner, object.namespace, daemonSet);
  switch (table) {
    case 'daemonSets':
      return getDaemonSets(
        daemonSetsAt(timeline, at).filter(({ namespace }) => namespace === daemonSet.namespace),
        at,
      );
    case 'pods':
      return getPods(podsAt(timeline, at).filter(own), at, { wide: true });
    case 'events':
      return getEvents(eventsAt(timeline, daemonSet.namespace, at), at);
    case 'describe':
      return describe(timeline, daemonSet, at);
    case 'revisions':
      return rolloutHistory(daemonSet.name, revisionsAt(timeline, at).filter(own));
    default:
      return assertNever(table);
  }
}

function describe(timeline: Timeline, daemonSet: DaemonSetName, at: Instant): string {
  const found = daemonSetsAt(timeline, at).find(one => isNamed(one, daemonSet));
  return found === undefined ? '' : describeDaemonSet(found, podsAt(timeline, at), eventsAt(timeline, daemonSet.namespace, at), at);
}

function eventsAt(timeline: Timeline, namespace: string, at: Instant): readonly RecordedEvent[] {
  return recordEvents(timeline.events.filter(event => event.at <= at && isIn(event.regarding, namespace)));
}

/** kubectl asks for one namespace; events about nodes are kept in `default`. */
function isIn(regarding: { readonly kind: string; readonly namespace: string }, namespace: string): boolean {
  return regarding.kind === 'Node' ? namespace === 'default' : regarding.namespace === namespace;
}
