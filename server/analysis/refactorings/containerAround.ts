import { locate } from '../document/locate.ts';
import type { Mapping } from '../document/tree.ts';
import type { ContainerAt } from '../rules/manifest.ts';
import type { Spot } from './refactoring.ts';

/** The main container at a spot: the one around it, or the only one when the spot is on the list's key. */
export function containerAround({ manifest, path }: Spot): ContainerAt | null {
  const around = manifest.containers.find(container => container.path.every((step, index) => path[index] === step));
  const onList = path.at(-1) === 'containers' && manifest.containers.length === 1;
  return around ?? (onList ? (manifest.containers[0] ?? null) : null);
}

/** Its lines, as a block mapping; null when it is written in braces, or elsewhere by an anchor. */
export function blockOf(spot: Spot, container: ContainerAt): Mapping | null {
  const place = locate(spot.daemonSet.node, container.path);
  return place.node.kind === 'mapping' && !place.node.flow && place.depth === container.path.length ? place.node : null;
}
