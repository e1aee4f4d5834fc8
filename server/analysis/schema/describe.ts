import { fieldOf } from '../../../core/kubernetes/schema/schema.ts';
import { descriptions } from './generated/descriptions.ts';

/** What Kubernetes says of a field, as Markdown; null where it says nothing. */
export function describeField(type: string, field: string): string | null {
  const text = Object.hasOwn(descriptions, type) ? descriptions[type]?.[field] : undefined;
  if (text !== undefined) return text;
  const inner = fieldOf(type, field)?.ref;
  return inner === undefined ? null : (descriptions[inner]?.[''] ?? null);
}
