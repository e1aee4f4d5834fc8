import { correlate, createRecorder } from '../controller/eventRecorder.ts';
import type { EmittedEvent } from '../kubernetes/objects/event.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';

/** An event as the API server holds it: the recorder has merged repetitions and dropped what went over its limits. */
export interface RecordedEvent {
  readonly event: EmittedEvent;
  /** The message as stored: merged ones begin with `(combined from similar events): `. */
  readonly message: string;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly count: number;
}

interface Stored {
  readonly record: RecordedEvent;
  /** Whether the API server has it: one that the spam filter refused exists only in the recorder's memory. */
  readonly sent: boolean;
}

/** What the event recorder (core/controller/eventRecorder.ts has its rules) makes of emitted events, in order of their first occurrence. */
export function recordEvents(events: readonly EmittedEvent[]): RecordedEvent[] {
  const recorder = createRecorder();
  const stored = new Map<string, Stored>();
  for (const emitted of events) {
    const { key, event, count, firstAt, sent } = correlate(recorder, emitted);
    const record = { event: emitted, message: event.message, firstAt, lastAt: emitted.at, count };
    stored.set(key, { record, sent: sent || stored.get(key)?.sent === true });
  }
  return [...stored.values()].filter(entry => entry.sent).map(entry => entry.record);
}
