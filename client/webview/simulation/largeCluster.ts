import type { EmittedEvent } from '../../../core/kubernetes/objects/event.ts';

/** Of more nodes than that only what must be kept in memory is kept. */
const most = 20_000;

export function isLarge(nodes: number): boolean {
  return nodes > most;
}

/** On a large cluster only warnings are kept: what goes well is said half a million times, and nobody reads it. */
export function isKept({ type }: EmittedEvent, nodes: number): boolean {
  return type === 'Warning' || !isLarge(nodes);
}

/** What a table of events says of that. */
export const onlyWarnings = 'Of a cluster of more than 20,000 nodes only warnings are kept.\n';
