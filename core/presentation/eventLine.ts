import type { ScenarioEvent } from '../simulation/scenario.ts';

/** An event of a scenario in the terms of its file: `nodeDown node-4`, `quota pods 5 in monitoring`. */
export function eventLine(event: ScenarioEvent): string {
  switch (event.do) {
    case 'apply':
      return 'apply';
    case 'patch':
    case 'deleteDaemonSet':
      return `${event.do} ${event.namespace}/${event.daemonSet}`;
    case 'deletePod':
    case 'crashPod':
    case 'evictPod':
      return `${event.do} ${'node' in event.pod ? `on ${event.pod.node}` : event.pod.name}`;
    case 'addPod':
      return `addPod ${nameOf(event.manifest)}`;
    case 'labelPod':
      return `labelPod ${'node' in event.pod ? `on ${event.pod.node}` : event.pod.name} ${labelsText(event.labels)}`;
    case 'addNode':
      return `addNode ${nameOf(event.node)}`;
    case 'image':
      return `image ${event.image} ${behaviourText(event.behaviour)}`;
    case 'quota':
      return event.pods === null ? `quota none in ${event.namespace}` : `quota ${event.pods} pods in ${event.namespace}`;
    case 'taint':
      return `taint ${event.node} ${event.taint.key}:${event.taint.effect}`;
    case 'untaint':
      return `untaint ${event.node} ${event.key}${event.effect === '' ? '' : `:${event.effect}`}`;
    case 'label':
      return `label ${event.node} ${labelsText(event.labels)}`;
    case 'pressure':
      return `pressure ${event.node} ${event.resource}`;
    default:
      return `${event.do} ${event.node}`;
  }
}

function nameOf(node: { readonly metadata?: unknown }): string {
  const { metadata } = node;
  return typeof metadata === 'object' && metadata !== null && 'name' in metadata ? String(metadata.name) : '';
}

/** As one types it for kubectl: `disk=ssd`, and `disk-` for a label that goes. */
function labelsText(labels: Readonly<Record<string, string | null>>): string {
  return Object.entries(labels)
    .map(([key, value]) => (value === null ? `${key}-` : `${key}=${value}`))
    .join(' ');
}

function behaviourText(behaviour: Readonly<object>): string {
  const told = Object.entries(behaviour).filter(([, value]) => value !== null && value !== false);
  return told.length === 0 ? 'is ordinary' : told.map(([key, value]) => (value === true ? key : `${key} ${value} ms`)).join(', ');
}

/** The events of a scenario beside its first edit. */
export function otherEvents(events: readonly ScenarioEvent[]): readonly ScenarioEvent[] {
  const [first, ...rest] = events;
  return first?.do === 'apply' && first.at === 0 ? rest : events;
}
