import { fieldAt } from '../../../core/kubernetes/schema/schema.ts';
import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';

/** For a number or boolean where a text belongs: quotes around it. For a quoted number where a number belongs: no quotes. */
export function quoteFixes({ document, error, path, place }: Situation): readonly Fix[] {
  if (error.type !== 'TypeError' || place.node.kind !== 'scalar') return [];
  const { span, style, text } = place.node;
  const kind = fieldAt(path)?.kind;
  const isTextWanted = kind === 'string' && (typeof error.value === 'number' || typeof error.value === 'boolean');
  if (isTextWanted && style === 'plain') {
    return [{ title: 'Put it in quotes', preferred: true, edits: [{ span, newText: `"${document.text.slice(span.start, span.end)}"` }] }];
  }
  const isBare = (kind === 'integer' && /^-?\d+$/.test(text)) || (kind === 'boolean' && /^(true|false)$/.test(text));
  return isBare && style === 'quoted' ? [{ title: 'Take the quotes away', preferred: true, edits: [{ span, newText: text }] }] : [];
}
