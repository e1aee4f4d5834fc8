import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { suggest } from '../schema/suggest.ts';

const most = 5;

/** For a value outside of an enumeration: the values inside, the nearest first. A single one is the obvious mend. */
export function supportedValueFixes({ error, place }: Situation): readonly Fix[] {
  if (error.type !== 'FieldValueNotSupported' || place.node.kind !== 'scalar' || typeof error.value !== 'string') return [];
  const list = /supported values: (.*)$/.exec(error.message)?.[1] ?? '';
  const values = [...list.matchAll(/"([^"]*)"/g)].map(match => match[1] ?? '').filter(value => value !== '' && value !== error.value);
  const nearest = values.length === 1 ? (values[0] ?? null) : suggest(error.value, values);
  const ordered = nearest === null ? values : [nearest, ...values.filter(value => value !== nearest)];
  const { span } = place.node;
  return ordered
    .slice(0, most)
    .map(value => ({ title: `Change to ${value}`, preferred: value === nearest, edits: [{ span, newText: value }] }));
}
