import type { JsonObject } from '../../../core/base/json.ts';
import { scaledValue } from '../../../core/kubernetes/intOrPercent.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import { isWhole, parseQuantity, quantityToNumber, scaledUp } from '../../../core/kubernetes/quantity.ts';
import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';
import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { placedNodes } from '../rules/placedNodes.ts';

/** What a value depends on. */
export interface World {
  readonly manifest: JsonObject;
  /** null: no cluster is chosen. */
  readonly nodes: readonly Node[] | null;
  /** Whose API reference is linked to. */
  readonly version: KubernetesVersion;
}

/** What a written value comes to: `1.5Gi` as bytes, a percentage on the chosen cluster (or on some sizes). Null where the text says it already. */
export function effectiveValue(facts: FieldFacts, text: string, world: World): string | null {
  if (facts.kind === 'quantity') return quantityText(text);
  if (facts.kind !== 'intOrString' || !/^\d+%$/.test(text)) return null;
  const placed = world.nodes === null ? null : placedNodes(world.manifest, world.nodes);
  if (placed === null)
    return `\`${text}\` of the nodes it should run on, rounded up: ${[10, 37, 100].map(total => shareText(text, total)).join(', ')}.`;
  const total = placed.filter(({ placement }) => placement.shouldRun).length;
  return `\`${text}\` of the ${total} nodes it runs on in the chosen cluster, rounded up: **${scaledValue(text, total, 'up') ?? 0}**.`;
}

function shareText(text: string, total: number): string {
  return `${scaledValue(text, total, 'up') ?? 0} of ${total}`;
}

/** A quantity as a plain number, where it is written with a suffix or an exponent. */
function quantityText(text: string): string | null {
  const quantity = /^[+-]?\d+$/.test(text) ? 'format' : parseQuantity(text);
  if (typeof quantity === 'string') return null;
  const plain = isWhole(quantity) ? String(scaledUp(quantity, 0)) : String(quantityToNumber(quantity, -9) / 1e9);
  return plain === text ? null : `\`${text}\` = ${plain}`;
}
