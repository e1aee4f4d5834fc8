import { at, isJsonObject, type JsonObject, type JsonValue, member } from '../base/json.ts';
import type { Change } from '../controller/change.ts';
import { recordEvent } from '../controller/eventRecorder.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { EmittedEvent, ObjectReference } from '../kubernetes/objects/event.ts';
import { objectKey } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { daemonSetTable } from '../presentation/getDaemonSets.ts';
import { eventName, eventTable } from '../presentation/getEvents.ts';
import { nodeTable } from '../presentation/getNodes.ts';
import { podTable } from '../presentation/getPods.ts';
import type { RecordedEvent } from '../presentation/recordedEvents.ts';
import type { Cell, Table } from '../presentation/table.ts';
import type { ScenarioEvent } from '../simulation/scenario.ts';
import { podsOf } from '../simulation/world/world.ts';
import { addLease } from './lease.ts';
import { daemonSetJson } from './objects/daemonSetJson.ts';
import { eventJson, eventNamespace } from './objects/eventJson.ts';
import { uuidOf } from './objects/metaJson.ts';
import { nodeJson } from './objects/nodeJson.ts';
import { podJson } from './objects/podJson.ts';
import { revisionJson, revisionRow } from './objects/revisionJson.ts';
import { noteStatus } from './owning/ownersOf.ts';
import { daemonSets, events, leases, nodes, pods, revisions } from './resources/resources.ts';
import type { ApiServer } from './state.ts';
import { type Draft, put, remove } from './store.ts';
import { type Stored, storedKey } from './stored.ts';

/** Takes over the start state, which the world tells nobody as changes. */
export function mirrorStart(server: ApiServer): void {
  const { world } = server.run;
  for (const json of [...world.scenario.cluster.nodes, ...world.scenario.cluster.pods]) server.given.set(nameOf(json), json);
  for (const after of world.nodes.values()) mirrorChange(server, { kind: 'Node', before: null, after });
  for (const after of world.daemonSets.values()) mirrorChange(server, { kind: 'DaemonSet', before: null, after });
  for (const after of world.revisions.values()) mirrorChange(server, { kind: 'ControllerRevision', before: null, after });
  for (const after of podsOf(world)) mirrorChange(server, { kind: 'Pod', before: null, after });
}

/** Keeps the JSON of what an event of the scenario adds, because the world keeps only what behaviour depends on. */
export function rememberGiven(server: ApiServer, event: ScenarioEvent): void {
  if (event.do === 'addNode') server.given.set(nameOf(event.node), event.node);
  if (event.do === 'addPod') server.given.set(nameOf(event.manifest), event.manifest);
}

/** One change of the world becomes one change that clients see. */
export function mirrorChange(server: ApiServer, change: Change): void {
  switch (change.kind) {
    case 'Node':
      if (change.after !== null) {
        put(server, nodes.store, storedNode(server, change.after));
        addLease(server, change.after.name);
        if (change.before === null && server.run.world.now >= 0) mirrorEvent(server, registered(server, change.after.name));
      } else if (change.before !== null) {
        remove(server, nodes.store, objectKey(change.before));
        remove(server, leases.store, storedKey('kube-node-lease', change.before.name));
      }
      break;
    case 'Pod':
      if (change.after !== null) put(server, pods.store, storedPod(server, change.after));
      else if (change.before !== null) remove(server, pods.store, objectKey(change.before));
      break;
    case 'DaemonSet':
      if (change.after !== null) {
        noteStatus(server, change.before, change.after, server.run.world.now);
        put(server, daemonSets.store, storedDaemonSet(server, change.after));
      }
      if (change.after === null && change.before !== null) remove(server, daemonSets.store, objectKey(change.before));
      break;
    case 'ControllerRevision':
      if (change.after !== null) put(server, revisions.store, storedRevision(server, change.after));
      else if (change.before !== null) remove(server, revisions.store, objectKey(change.before));
      break;
  }
}

/** What the node controller says of a node that joins (controller pkg/controller/nodelifecycle). */
function registered(server: ApiServer, name: string): EmittedEvent {
  const message = `Node ${name} event: Registered Node ${name} in Controller`;
  const regarding = { kind: 'Node', namespace: '', name };
  return { at: server.run.world.now, type: 'Normal', reason: 'RegisteredNode', message, source: 'node-controller', regarding };
}

/** Names end in the nanosecond of the first occurrence; events of one millisecond get one each. */
function newEventName(server: ApiServer, recorded: RecordedEvent): string {
  const name = eventName(recorded);
  const own = (server.eventNames.size % 0x1000).toString(16).padStart(3, '0');
  return name.slice(0, -own.length) + own;
}

/** An emitted event goes through the recorder: it is new, or raises the count of one that is there, or is dropped. */
export function mirrorEvent(server: ApiServer, emitted: EmittedEvent): void {
  const recorded = recordEvent(server.recorder, emitted);
  if (recorded === null) return;
  const { event, count, firstAt } = recorded;
  const kept: RecordedEvent = { event, message: event.message, firstAt, lastAt: emitted.at, count };
  const name = server.eventNames.get(recorded.key) ?? newEventName(server, kept);
  server.eventNames.set(recorded.key, name);
  put(server, events.store, storedEvent(server, kept, name));
}

interface Meta {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly labels: Stored['labels'];
}

function draft(meta: Meta, make: Draft['make']): Draft {
  const { namespace, name, labels } = meta;
  return { namespace, name, labels, uid: uuidOf(meta.uid), make };
}

function onlyRow(table: Table): readonly Cell[] {
  return table.rows[0] ?? [];
}

function storedNode(server: ApiServer, node: Node): Draft {
  const given = server.given.get(node.name) ?? {};
  return draft(node, version => ({
    json: clock => nodeJson(node, given, version, clock),
    row: clock => onlyRow(nodeTable([node], clock.now)),
  }));
}

function storedPod(server: ApiServer, pod: Pod): Draft {
  const spec = server.specs.get(pod.spec) ?? specOf(server.given.get(objectKey(pod)));
  return draft(pod, version => ({
    json: clock => podJson(pod, spec, server.run.world.nodes.get(pod.nodeName), version, clock),
    row: clock => onlyRow(podTable([pod], clock.now)),
  }));
}

function storedDaemonSet(server: ApiServer, daemonSet: DaemonSet): Draft {
  const { template } = daemonSet.spec;
  server.specs.set(template.spec, specOf(template.json));
  const manifest = server.run.world.manifests.get(objectKey(daemonSet)) ?? {};
  return draft(daemonSet, version => ({
    json: clock => daemonSetJson(daemonSet, manifest, version, clock),
    row: clock => onlyRow(daemonSetTable([daemonSet], clock.now)),
  }));
}

function storedRevision(server: ApiServer, revision: ControllerRevision): Draft {
  if (revision.template !== null) server.specs.set(revision.template.spec, specOf(revision.template.json));
  return draft(revision, version => ({
    json: clock => revisionJson(revision, version, clock),
    row: clock => revisionRow(revision, clock.now),
  }));
}

function storedEvent(server: ApiServer, recorded: RecordedEvent, name: string): Draft {
  const uid = uidOf(server, recorded.event.regarding);
  const meta = { namespace: eventNamespace(recorded), name, uid: name, labels: {} };
  const { source, regarding } = recorded.event;
  const host = source === 'kubelet' ? nodeOf(server, regarding) : source === 'default-scheduler' ? schedulerHost(server) : '';
  return draft(meta, version => ({
    json: clock => eventJson(recorded, { name, uid, host }, version, clock),
    // the column Source says where as well, and the last one is the name
    row: clock =>
      onlyRow(eventTable([recorded], clock.now))
        .with(5, host === '' ? source : `${source}, ${host}`)
        .with(-1, name),
  }));
}

/** The node that an event of a kubelet is from. */
function nodeOf(server: ApiServer, { kind, namespace, name }: ObjectReference): string {
  if (kind === 'Node') return name;
  const pod = server.objects.get(pods.store)?.get(storedKey(namespace, name));
  const node = pod === undefined ? undefined : at(pod.json({ now: 0, wall: 0 }), 'spec', 'nodeName');
  return typeof node === 'string' ? node : '';
}

/** A scheduler calls itself by the machine on which it runs: one of the control plane. */
function schedulerHost(server: ApiServer): string {
  const all = [...server.run.world.nodes.values()];
  const node = all.find(one => Object.hasOwn(one.labels, 'node-role.kubernetes.io/control-plane')) ?? all[0];
  return node === undefined ? '' : `default-scheduler-${node.name}`;
}

const storeOf: Readonly<Record<string, string>> = { Pod: pods.store, Node: nodes.store, DaemonSet: daemonSets.store };

/** The uid of the object that an event is about; components that speak of nodes give the name in its place. */
function uidOf(server: ApiServer, { kind, namespace, name }: ObjectReference): string {
  const found = server.objects.get(storeOf[kind] ?? '')?.get(storedKey(namespace, name));
  return found === undefined || kind === 'Node' ? name : found.uid;
}

function specOf(object: JsonValue | undefined): JsonObject {
  const spec = member(object, 'spec');
  return isJsonObject(spec) ? spec : {};
}

function nameOf(object: JsonObject): string {
  const namespace = at(object, 'metadata', 'namespace');
  const name = String(at(object, 'metadata', 'name') ?? '');
  return member(object, 'kind') === 'Node' ? name : storedKey(String(namespace ?? 'default'), name);
}
