import { compareOrdinal } from '../base/compare.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { kubectlAge } from './duration.ts';
import type { RecordedEvent } from './recordedEvents.ts';
import { type Cell, type Column, nameColumn, type Table, type TableOptions, tableText, textColumn } from './table.ts';

const columns: readonly Column[] = [
  textColumn('Last Seen'),
  textColumn('Type'),
  textColumn('Reason'),
  textColumn('Object'),
  textColumn('Subobject', 'wide'),
  textColumn('Source', 'wide'),
  textColumn('Message'),
  textColumn('First Seen', 'wide'),
  textColumn('Count', 'wide'),
  nameColumn('wide'),
];

/** What `kubectl get events` prints at `now`: object by object in order of name, those of one object in order of their first occurrence. */
export function getEvents(events: readonly RecordedEvent[], now: Instant, options: TableOptions = {}): string {
  return tableText(eventTable(inListOrder(events), now), options);
}

/** The same as the API server's Table, rows in the order given (pkg/printers/internalversion, printEvent). */
export function eventTable(events: readonly RecordedEvent[], now: Instant): Table {
  return { columns, rows: events.map(event => row(event, now)) };
}

/** The name of the stored event: the object's, and a number that rises with time. */
export function eventName(recorded: RecordedEvent): string {
  const nanoseconds = BigInt(recorded.firstAt) * 1_000_000n + 0x18ea_0000_0000_0000n;
  return `${recorded.event.regarding.name}.${nanoseconds.toString(16)}`;
}

function inListOrder(events: readonly RecordedEvent[]): RecordedEvent[] {
  const names = new Map(events.map(event => [event, eventName(event)]));
  return [...events].sort(
    (a, b) =>
      compareOrdinal(a.event.regarding.namespace, b.event.regarding.namespace) || compareOrdinal(names.get(a) ?? '', names.get(b) ?? ''),
  );
}

function row(recorded: RecordedEvent, now: Instant): Cell[] {
  const { event } = recorded;
  return [
    kubectlAge(recorded.lastAt, now),
    event.type,
    event.reason,
    `${event.regarding.kind.toLowerCase()}/${event.regarding.name}`,
    '',
    event.source,
    recorded.message.trim(),
    kubectlAge(recorded.firstAt, now),
    recorded.count,
    eventName(recorded),
  ];
}
