import { fieldAt } from '../../../core/kubernetes/schema/schema.ts';
import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';

const seconds: Readonly<Record<string, number>> = { '': 1, s: 1, m: 60, h: 3600 };

/** For a number or a flag written as a text: `30s` is 30, `"10"` in place of a percentage is 10, `yes` is true. */
export function numberFixes({ error, path, place }: Situation): readonly Fix[] {
  if (place.node.kind !== 'scalar' || typeof error.value !== 'string') return [];
  const meant = meantValue(error.value, path, error.message);
  if (meant === null || (error.type !== 'TypeError' && error.type !== 'FieldValueInvalid')) return [];
  return [{ title: `Change to ${meant}`, preferred: true, edits: [{ span: place.node.span, newText: meant }] }];
}

function meantValue(written: string, path: readonly (string | number)[], message: string): string | null {
  const text = written.trim();
  if (message.includes('a valid percent string')) return /^\d+$/.test(text) ? text : null;
  const kind = fieldAt(path)?.kind;
  if (kind === 'boolean')
    return /^(yes|on|y|true|enabled?)$/i.test(text) ? 'true' : /^(no|off|n|false|disabled?)$/i.test(text) ? 'false' : null;
  if (kind !== 'integer') return null;
  const [, digits = '', unit = ''] = /^(-?\d{1,9})\s*(s|m|h|)$/.exec(text) ?? [];
  const isTime = /Seconds$/.test(String(path.at(-1)));
  return digits === '' || (unit !== '' && !isTime) ? null : String(Number(digits) * (seconds[unit] ?? 1));
}
