import { compareOrdinal } from '../../../core/base/compare.ts';
import { revisionAt } from '../../../core/forecast/revisionLanes.ts';
import { remembering } from '../remembering.ts';
import type { Picture } from '../simulation/picture.ts';
import { type PanelState, playhead } from '../state/state.ts';

/** The colours that are not those of states: which one each node has, and what they stand for. */
export interface NodeTints {
  /** A node's tint at the playhead; null: the colour of its state. */
  readonly of: (node: number) => number | null;
  /** In the order of the tints. */
  readonly names: readonly string[];
}

export function nodeTints(state: PanelState, picture: Picture): NodeTints {
  if (state.colouring === 'zone') return byZone(picture);
  const { revisions } = state;
  if (state.colouring === 'state' || revisions === null) return noTints;
  const at = playhead(state);
  const found = (node: number): number | null => {
    const revision = revisionAt(revisions.of, node, at);
    return revision < 0 ? null : revision;
  };
  return { of: found, names: revisions.of.hashes };
}

const noTints: NodeTints = { of: () => null, names: [] };

/** The same answer for the same picture: a map of thousands asks for each node, at every instant. */
const byZone = remembering((picture: Picture): NodeTints => {
  const names = [...new Set(picture.nodes.map(node => node.zone))].filter(zone => zone !== '').sort(compareOrdinal);
  const places = new Map(names.map((name, place) => [name, place]));
  return { of: node => places.get(picture.nodes[node]?.zone ?? '') ?? null, names };
});
