import { type JsonObject, member } from '../../base/json.ts';
import type { RecordedEvent } from '../../presentation/recordedEvents.ts';
import { type Clock, timeText } from '../clock.ts';
import { uuidOf } from './metaJson.ts';

const apiVersions: Readonly<Record<string, string>> = { DaemonSet: 'apps/v1', ControllerRevision: 'apps/v1' };

/** The namespace in which an event is kept: that of its object, or default for cluster-scoped ones. */
export function eventNamespace(recorded: RecordedEvent): string {
  return recorded.event.regarding.namespace || 'default';
}

/** An event of the core group. `own` is its name, `uid` that of the object it is about. */
export function eventJson(recorded: RecordedEvent, own: string, uid: string, resourceVersion: number, clock: Clock): JsonObject {
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
    ...{ reason: event.reason, message, source: { component: event.source } },
    ...{ firstTimestamp: timeText(clock, firstAt), lastTimestamp: timeText(clock, lastAt), count, type: event.type, eventTime: null },
    ...{ reportingComponent: event.source, reportingInstance: '' },
  };
}

/** The same event in the group events.k8s.io. */
export function asEventOfGroup(event: JsonObject): JsonObject {
  const take = (key: string): JsonObject[string] => member(event, key) ?? null;
  return {
    ...{ kind: 'Event', apiVersion: 'events.k8s.io/v1', metadata: take('metadata'), eventTime: null },
    ...{ reportingController: take('reportingComponent'), reportingInstance: '', reason: take('reason') },
    ...{ regarding: take('involvedObject'), note: take('message'), type: take('type'), deprecatedSource: take('source') },
    ...{ deprecatedFirstTimestamp: take('firstTimestamp'), deprecatedLastTimestamp: take('lastTimestamp'), deprecatedCount: take('count') },
  };
}
