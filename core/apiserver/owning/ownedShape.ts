import type { JsonObject } from '../../base/json.ts';
import { type FieldShape, listShape, recordShape, whole } from '../../kubernetes/fieldOwners/fieldShape.ts';
import type { Resource } from '../resources/resource.ts';

const metadata: FieldShape = { kind: 'object', type: 'ObjectMeta' };
const conditions = listShape(['type']);

/** How the parts of the kinds' objects are shared between owners. What is not listed is told apart by the look of its value. */
const shapes: Readonly<Record<string, FieldShape>> = {
  DaemonSet: recordShape({ metadata, spec: { kind: 'object', type: 'DaemonSetSpec' }, status: recordShape({ conditions }) }),
  Pod: recordShape({
    ...{ metadata, spec: { kind: 'object', type: 'PodSpec' } },
    status: recordShape({ conditions, podIPs: listShape(['ip']) }),
  }),
  Node: recordShape({
    ...{ metadata, spec: recordShape({ podCIDRs: { kind: 'set' } }) },
    status: recordShape({ conditions, addresses: listShape(['type']) }),
  }),
  ControllerRevision: recordShape({ metadata, data: whole }),
  Event: recordShape({ metadata, involvedObject: whole, regarding: whole }),
  Service: recordShape({ metadata, spec: recordShape({ ports: listShape(['port', 'protocol']), selector: whole }) }),
  ServiceAccount: recordShape({ metadata, secrets: listShape(['name']) }),
};
const others = recordShape({ metadata, status: recordShape({ conditions }) });

export function ownedShape({ kind }: Resource): FieldShape {
  return (Object.hasOwn(shapes, kind) ? shapes[kind] : undefined) ?? others;
}

const noStatus: JsonObject = { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 };

/** What Go writes of an object in which nothing is set: fields that are never left out. Who creates an object owns what differs from it. */
const blanks: Readonly<Record<string, JsonObject>> = {
  DaemonSet: {
    metadata: {},
    spec: { selector: null, template: { metadata: {}, spec: { containers: null } }, updateStrategy: {} },
    status: noStatus,
  },
  Pod: { metadata: {}, spec: { containers: null }, status: {} },
  Node: { metadata: {}, spec: {}, status: { daemonEndpoints: { kubeletEndpoint: { Port: 0 } }, nodeInfo: {} } },
  ControllerRevision: { metadata: {}, data: null, revision: 0 },
  Event: {
    metadata: {},
    involvedObject: {},
    source: {},
    firstTimestamp: null,
    lastTimestamp: null,
    eventTime: null,
    reportingInstance: '',
  },
  PriorityClass: { metadata: {}, value: 0 },
};
const blank: JsonObject = { metadata: {}, spec: {}, status: {} };

export function blankObject({ kind }: Resource): JsonObject {
  return (Object.hasOwn(blanks, kind) ? blanks[kind] : undefined) ?? blank;
}
