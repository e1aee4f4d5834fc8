import type { JsonObject } from '../../base/json.ts';
import { compareQuantities, type Quantity } from '../quantity.ts';
import { addQuantities } from '../quantitySum.ts';
import { objectsOf, partOf, textOf } from './read.ts';
import { quantitiesOf } from './resources.ts';

type Sums = Map<string, Quantity>;

/**
 * What the containers of a pod need together, by resource (component-helpers AggregateContainerRequests and …Limits): all main containers and sidecars
 * at once, or one init container with the sidecars before it, whichever is more.
 */
export function sumOfContainers(spec: JsonObject, field: 'requests' | 'limits'): ReadonlyMap<string, Quantity> {
  const together: Sums = new Map();
  const sidecars: Sums = new Map();
  const starting: Sums = new Map();
  for (const container of objectsOf(spec, 'containers')) add(together, listOf(container, field));
  for (const container of objectsOf(spec, 'initContainers')) {
    const own = listOf(container, field);
    if (textOf(container, 'restartPolicy') === 'Always') {
      add(together, own);
      add(sidecars, own);
      raise(starting, sidecars);
    } else {
      const sum: Sums = new Map(own);
      add(sum, sidecars);
      raise(starting, sum);
    }
  }
  raise(together, starting);
  return together;
}

function listOf(container: JsonObject, field: string): ReadonlyMap<string, Quantity> {
  return quantitiesOf(partOf(container, 'resources'), field);
}

function add(sums: Sums, own: ReadonlyMap<string, Quantity>): void {
  for (const [name, quantity] of own) {
    const before = sums.get(name);
    sums.set(name, before === undefined ? quantity : addQuantities(before, quantity));
  }
}

function raise(sums: Sums, own: ReadonlyMap<string, Quantity>): void {
  for (const [name, quantity] of own) {
    const before = sums.get(name);
    if (before === undefined || compareQuantities(quantity, before) > 0) sums.set(name, quantity);
  }
}
