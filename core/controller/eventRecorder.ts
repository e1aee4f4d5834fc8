import type { EmittedEvent } from '../kubernetes/objects/event.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';

/** What the API server gets to see of an emitted event: a new one, or a higher count of one that is there. */
export interface RecordedEvent {
  readonly write: 'create' | 'patch';
  /** The same key: the same stored event. */
  readonly key: string;
  readonly event: EmittedEvent;
  readonly count: number;
  readonly firstAt: Instant;
}

/** The state of client-go's event correlator. */
export interface EventRecorder {
  readonly buckets: Map<string, { tokens: number; at: Instant }>;
  readonly groups: Map<string, { readonly messages: Set<string>; lastAt: Instant }>;
  readonly stored: Map<string, { count: number; readonly firstAt: Instant }>;
}

export function createRecorder(): EventRecorder {
  return { buckets: new Map(), groups: new Map(), stored: new Map() };
}

/** An emitted event as the recorder keeps it in memory, whether or not the API server gets to see it. */
export interface CorrelatedEvent {
  /** The same key: the same stored event. */
  readonly key: string;
  /** With the message as stored: a merged one begins with `(combined from similar events): `. */
  readonly event: EmittedEvent;
  readonly count: number;
  readonly firstAt: Instant;
  /** False: the spam filter dropped it; it counts in memory all the same. */
  readonly sent: boolean;
}

/** Passes one event through the recorder; null: it is dropped. */
export function recordEvent(recorder: EventRecorder, emitted: EmittedEvent): RecordedEvent | null {
  const { sent, ...kept } = correlate(recorder, emitted);
  return sent ? { write: kept.count === 1 ? 'create' : 'patch', ...kept } : null;
}

/**
 * What the recorder makes of one event (client-go tools/record, EventCorrelator).
 *
 * Invariants:
 * - from the tenth different message of one kind on, within 10 minutes of each other, they become one event, "(combined from similar events): ";
 * - per source, object and type there is a bucket of 25, and one more every 300 s; an event that finds it empty is not sent;
 * - an event equal to a stored one is a higher count of that one.
 */
export function correlate(recorder: EventRecorder, emitted: EmittedEvent): CorrelatedEvent {
  const { event, key } = aggregate(recorder, emitted);
  const stored = recorder.stored.get(key);
  const next = { count: (stored?.count ?? 0) + 1, firstAt: stored?.firstAt ?? event.at };
  recorder.stored.set(key, next);
  return { key, event, ...next, sent: takeToken(recorder, event) };
}

const tokenEvery = 300_000;
const bucketSize = 25;
const similarLimit = 10;
const similarWithin = 600_000;

function takeToken(recorder: EventRecorder, event: EmittedEvent): boolean {
  const key = `${event.source}|${objectOf(event)}|${event.type}`;
  const bucket = recorder.buckets.get(key) ?? { tokens: bucketSize, at: event.at };
  recorder.buckets.set(key, bucket);
  bucket.tokens = Math.min(bucketSize, bucket.tokens + (event.at - bucket.at) / tokenEvery);
  bucket.at = event.at;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

function aggregate(recorder: EventRecorder, event: EmittedEvent): { readonly event: EmittedEvent; readonly key: string } {
  const similar = `${event.source}|${objectOf(event)}|${event.type}|${event.reason}`;
  const group = recorder.groups.get(similar) ?? { messages: new Set<string>(), lastAt: event.at };
  recorder.groups.set(similar, group);
  if (event.at - group.lastAt > similarWithin) group.messages.clear();
  group.lastAt = event.at;
  group.messages.add(event.message);
  if (group.messages.size < similarLimit) return { event, key: `${similar}|${event.message}` };
  // the oldest message makes room, so that the set stays small
  for (const message of group.messages) {
    group.messages.delete(message);
    break;
  }
  return { event: { ...event, message: `(combined from similar events): ${event.message}` }, key: similar };
}

function objectOf({ regarding }: EmittedEvent): string {
  return `${regarding.kind}|${regarding.namespace}|${regarding.name}`;
}
