import { at, canonicalJson, type JsonValue } from '../../base/json.ts';
import { isNear } from '../../kubernetes/nearWords.ts';
import type { Instant } from '../../kubernetes/objects/meta.ts';
import type { ScenarioAction, ScenarioEvent } from '../scenario.ts';
import { spanText } from './span.ts';

/** An event, and its place in the file's list. */
export interface PlacedEvent {
  readonly index: number;
  readonly event: ScenarioEvent;
}

export type EventComplaint = (index: number, key: string | null, message: string) => void;

/** Tells which events name a node that is not there at their time. `nodes`: those of the cluster. Events come in the order in which they happen. */
export function checkNodes(events: readonly PlacedEvent[], nodes: ReadonlySet<string>, complain: EventComplaint): void {
  const present = new Set(nodes);
  const gone = new Map<string, Instant>();
  for (const { index, event } of events) {
    const name = nodeOf(event);
    if (name === null) continue;
    if (event.do === 'addNode') {
      if (present.has(name)) complain(index, 'node', `there is a node "${name}" already`);
      present.add(name);
    } else if (!present.has(name)) complain(index, 'pod' in event ? 'pod' : 'node', notThere(name, gone.get(name), nodes));
    if (event.do !== 'removeNode') continue;
    present.delete(name);
    gone.set(name, event.at);
  }
}

function nodeOf(event: ScenarioEvent): string | null {
  if (event.do === 'addNode') return String(at(event.node, 'metadata', 'name') ?? '');
  if ('node' in event) return event.node;
  return 'pod' in event && 'node' in event.pod ? event.pod.node : null;
}

function notThere(name: string, since: Instant | undefined, nodes: ReadonlySet<string>): string {
  if (since !== undefined) return `the node "${name}" is removed at ${spanText(since)}`;
  const near = [...nodes].find(node => isNear(node, name));
  if (near !== undefined) return `there is no node "${name}" in this cluster: did you mean "${near}"?`;
  const some = [...nodes].slice(0, 5).join(', ');
  return `there is no node "${name}" in this cluster${nodes.size === 0 ? '' : ` (there are ${some}${nodes.size > 5 ? ', …' : ''})`}`;
}

type Kind = ScenarioAction['do'];
const opposites: readonly (readonly [Kind, Kind])[] = [
  ['nodeDown', 'nodeUp'],
  ['shutdown', 'nodeUp'],
  ['shutdown', 'nodeDown'],
  ['cordon', 'uncordon'],
  ['drain', 'uncordon'],
  ['rejectPods', 'acceptPods'],
  ['pressure', 'relieve'],
  ['taint', 'untaint'],
  ['addNode', 'removeNode'],
];
/** Of these only one can hold. */
const settings: ReadonlySet<Kind> = new Set(['apply', 'quota', 'image']);

/** Tells which events of one instant undo, or repeat, one another. Which of them comes last would decide, and nobody means that. */
export function checkConflicts(events: readonly PlacedEvent[], complain: EventComplaint): void {
  const groups = new Map<string, PlacedEvent[]>();
  for (const one of events) {
    const key = `${one.event.at} ${targetOf(one.event)}`;
    const group = groups.get(key) ?? [];
    const other = group.find(({ event }) => clash(event, one.event));
    if (other !== undefined)
      complain(
        one.index,
        null,
        `is in conflict with event ${other.index + 1} (${other.event.do}): both are about the same thing at ${spanText(one.event.at)}`,
      );
    group.push(one);
    groups.set(key, group);
  }
}

function clash(a: ScenarioEvent, b: ScenarioEvent): boolean {
  if (a.do === b.do) return settings.has(a.do) || canonicalJson(a as unknown as JsonValue) === canonicalJson(b as unknown as JsonValue);
  if (a.do === 'taint' && b.do === 'untaint') return a.taint.key === b.key;
  if (a.do === 'untaint' && b.do === 'taint') return b.taint.key === a.key;
  return opposites.some(([one, other]) => (a.do === one && b.do === other) || (a.do === other && b.do === one));
}

function targetOf(event: ScenarioEvent): string {
  switch (event.do) {
    case 'addPod':
    case 'apply':
      return `${String(at(event.manifest, 'metadata', 'namespace') ?? 'default')}/${String(at(event.manifest, 'metadata', 'name'))}`;
    case 'quota':
      return `namespace ${event.namespace}`;
    case 'image':
      return `image ${event.image}`;
    case 'patch':
    case 'deleteDaemonSet':
      return `${event.namespace}/${event.daemonSet}`;
    case 'deletePod':
    case 'crashPod':
    case 'evictPod':
    case 'labelPod':
      return `pod ${canonicalJson({ ...event.pod })}`;
    default:
      return `node ${nodeOf(event)}`;
  }
}
