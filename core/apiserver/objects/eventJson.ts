import { type JsonObject, member } from '../../base/json.ts';
import type { RecordedEvent } from '../../presentation/recordedEvents.ts';
import { type Clock, timeText } from '../clock.ts';
import { uuidOf } from './metaJson.ts';

const apiVersions: Readonly<Record<string, string>> = { DaemonSet: 'apps/v1', ControllerRevision: 'apps/v1' };

/** The namespace in which an event is kept: that of its object, or default for cluster-scoped ones. */
export function eventNamespace(recorded: RecordedEvent): string {
  return recorded.event.regarding.namespace || 'default';
}

/** What an event is called, the uid of the object it is about, and the host of who tells of it (empty: unknown). */
interface EventIdentity {
  readonly name: string;
  readonly uid: string;
  readonly host: string;
}

/** An event of the core group. The scheduler names its host otherwise than a kubelet: it speaks the newer API of events. */
export function eventJson(
  recorded: RecordedEvent,
  { name: own, uid, host }: EventIdentity,
  resourceVersion: number,
  clock: Clock,
): JsonObject {
  const { event, message, firstAt, lastAt, count } = recorded;
  const { kind, namespace, name } = event.regarding;
  return {
    kind: 'Event',
    apiVersion: 'v1',
    metadata: {
      ...{ name: own, namespace: eventNamespace(recorded), uid: uuidOf(own) },
      ...{ resourceVersion: String(resourceVersion), creationTimestamp: timeText(clock, firstAt) },
    },
    involvedObject: { kind, ...(namespace === '' ? {} : { namespace }), name, uid, apiVersion: apiVersions[kind] ?? 'v1' },
    ...{
      reason: event.reason,
      message,
      source: { component: event.source, ...(event.source === 'kubelet' && host !== '' ? { host } : {}) },
    },
    ...{ firstTimestamp: timeText(clock, firstAt), lastTimestamp: timeText(clock, lastAt), count, type: event.type, eventTime: null },
    ...{ reportingComponent: event.source, reportingInstance: host },
  };
}

/** The same event in the group events.k8s.io. */
export function asEventOfGroup(event: JsonObject): JsonObject {
  const take = (key: string): JsonObject[string] => member(event, key) ?? null;
  return {
    ...{ kind: 'Event', apiVersion: 'events.k8s.io/v1', metadata: take('metadata'), eventTime: null },
    ...{ reportingController: take('reportingComponent'), reportingInstance: take('reportingInstance'), reason: take('reason') },
    ...{ regarding: take('involvedObject'), note: take('message'), type: take('type'), deprecatedSource: take('source') },
    ...{ deprecatedFirstTimestamp: take('firstTimestamp'), deprecatedLastTimestamp: take('lastTimestamp'), deprecatedCount: take('count') },
  };
}
