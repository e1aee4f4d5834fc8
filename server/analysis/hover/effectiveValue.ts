import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';

/** What a written value comes to: `1.5Gi` as bytes, a percentage as a rule. Null where the text says it already. */
export function effectiveValue(facts: FieldFacts, text: string): string | null {
  if (facts.kind === 'quantity') return quantityText(text);
  const percent = facts.kind === 'intOrString' ? /^(\d+)%$/.exec(text) : null;
  if (percent === null) return null;
  const examples = [10, 37, 100].map(nodes => `${Math.ceil((nodes * Number(percent[1])) / 100)} of ${nodes}`);
  return `\`${text}\` of the nodes it should run on, rounded up: ${examples.join(', ')}.`;
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
