import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';

/** A field's type in words: `string`, `list of Container`, `map of quantity`, `integer or percentage`. */
export function typeText(facts: FieldFacts): string {
  const inner = facts.ref ?? facts.items ?? 'object';
  const required = facts.required === true ? ' · required' : '';
  if (facts.kind === 'object') return (facts.ref ?? 'object') + required;
  if (facts.kind === 'list') return `list of ${inner}${required}`;
  if (facts.kind === 'map') return `map of ${inner}${required}`;
  return (facts.kind === 'intOrString' ? 'integer or text' : facts.kind) + required;
}
