import { leadsInto } from '../document/leadsInto.ts';
import type { ContainerAt } from '../rules/manifest.ts';
import type { Spot } from './refactoring.ts';

/** The main container at a spot: the one around it, or the only one when the spot is on the list's key. */
export function containerAround({ manifest, path }: Spot): ContainerAt | null {
  const around = manifest.containers.find(container => leadsInto(path, container.path));
  const onList = path.at(-1) === 'containers' && manifest.containers.length === 1;
  return around ?? (onList ? (manifest.containers[0] ?? null) : null);
}
