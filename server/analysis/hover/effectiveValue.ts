import type { JsonObject } from '../../../core/base/json.ts';
import { scaledValue } from '../../../core/kubernetes/intOrPercent.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
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

const units: { readonly [suffix: string]: number } = {
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
  k: 1000,
  M: 1000 ** 2,
  G: 1000 ** 3,
  T: 1000 ** 4,
};

function quantityText(text: string): string | null {
  const milli = /^(\d+)m$/.exec(text);
  if (milli !== null) return `\`${text}\` = ${Number(milli[1]) / 1000}`;
  const unit = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|k|M|G|T)$/.exec(text);
  const factor = unit === null ? undefined : units[unit[2] ?? ''];
  return unit === null || factor === undefined ? null : `\`${text}\` = ${Math.ceil(Number(unit[1]) * factor)}`;
}
