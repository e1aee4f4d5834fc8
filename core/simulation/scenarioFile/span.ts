import type { Millis } from '../../kubernetes/objects/meta.ts';

const units: readonly (readonly [string, Millis])[] = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
];

/** A span of time as one writes it: `90s`, `30m`, `1h30m`, `2d`, `250ms`, `1.5s`, `0`. null: it is none (other plain numbers too: nobody knows their unit). */
export function parseSpan(text: string): Millis | null {
  if (text === '0') return 0;
  const parts = [...text.slice(0, 100).matchAll(/(\d{1,13}(?:\.\d{1,3})?)(ms|s|m|h|d)/g)];
  if (parts.length === 0 || parts.map(part => part[0]).join('') !== text) return null;
  const span = Math.round(parts.reduce((sum, part) => sum + Number(part[1]) * sizeOf(part[2] ?? ''), 0));
  return Number.isSafeInteger(span) ? span : null;
}

function sizeOf(unit: string): Millis {
  return units.find(([name]) => name === unit)?.[1] ?? 0;
}

/** The same span in as few units as it takes: `1h30m`, `250ms`. */
export function spanText(span: Millis): string {
  let rest = span;
  let text = '';
  for (const [name, size] of units) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${name}`;
    rest -= count * size;
  }
  return text === '' ? '0s' : text;
}
