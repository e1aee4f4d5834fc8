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

interface Similar {
  readonly messages: Set<string>;
  lastAt: Instant;
}

interface Bucket {
  tokens: number;
  at: Instant;
}

interface Stored {
  record: RecordedEvent;
  /** Whether the API server has it: one that the spam filter refused exists only in the recorder's memory. */
  sent: boolean;
}

const mostSimilar = 10;
const similarWindow = 600_000;
const burst = 25;
const refillEvery = 300_000;

/**
 * What the event recorders make of emitted events (client-go tools/record, events_cache.go), in order of their first occurrence.
 *
 * Assumptions / Invariants
 * - From the tenth different message of one source, object, type and reason on, with no gap of 10 minutes between them, they share one record.
 * - The same message again raises the count of its record.
 * - A token bucket of 25 a source, object and type, one more each 5 minutes, drops the rest; what it drops still counts in memory.
 */
export function recordEvents(events: readonly EmittedEvent[]): RecordedEvent[] {
  const similar = new Map<string, Similar>();
  const stored = new Map<string, Stored>();
  const buckets = new Map<string, Bucket>();
  for (const event of events) {
    const aggregate = `${subjectKey(event)}\n${event.reason}`;
    const merged = isMerged(similar, aggregate, event);
    const message = merged ? `(combined from similar events): ${event.message}` : event.message;
    const entry = observe(stored, merged ? aggregate : `${aggregate}\n${event.message}`, event, message);
    if (takeToken(buckets, subjectKey(event), event.at)) entry.sent = true;
    else if (entry.record.count === 1) entry.sent = false;
  }
  return [...stored.values()].filter(entry => entry.sent).map(entry => entry.record);
}

function subjectKey(event: EmittedEvent): string {
  const { kind, namespace, name } = event.regarding;
  return `${event.source}\n${kind}/${namespace}/${name}\n${event.type}`;
}

function isMerged(similar: Map<string, Similar>, key: string, event: EmittedEvent): boolean {
  let group = similar.get(key);
  if (group === undefined || event.at - group.lastAt > similarWindow) {
    group = { messages: new Set(), lastAt: event.at };
    similar.set(key, group);
  }
  group.lastAt = event.at;
  group.messages.add(event.message);
  if (group.messages.size < mostSimilar) return false;
  for (const any of group.messages) {
    group.messages.delete(any);
    break;
  }
  return true;
}

function observe(stored: Map<string, Stored>, key: string, event: EmittedEvent, message: string): Stored {
  const known = stored.get(key);
  if (known !== undefined) {
    known.record = { ...known.record, event, message, lastAt: event.at, count: known.record.count + 1 };
    return known;
  }
  const fresh: Stored = { record: { event, message, firstAt: event.at, lastAt: event.at, count: 1 }, sent: false };
  stored.set(key, fresh);
  return fresh;
}

function takeToken(buckets: Map<string, Bucket>, key: string, at: Instant): boolean {
  const bucket = buckets.get(key) ?? { tokens: burst, at };
  bucket.tokens = Math.min(burst, bucket.tokens + (at - bucket.at) / refillEvery);
  bucket.at = at;
  buckets.set(key, bucket);
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}
