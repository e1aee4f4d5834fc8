import type { Millis } from '../../core/kubernetes/objects/meta.ts';
import { WrongUse } from '../wrongUse.ts';

const units: Readonly<Record<string, Millis>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A span as one writes it: `90s`, `30m`, `1h30m`, `2d`, `250ms`. A plain number is refused: nobody knows its unit. */
export function readDuration(flag: string, text: string): Millis {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  const read = parts.map(part => part[0]).join('');
  const span = Math.round(parts.reduce((sum, part) => sum + Number(part[1]) * (units[part[2] ?? ''] ?? 0), 0));
  if (read === text && parts.length > 0 && Number.isSafeInteger(span)) return span;
  throw new WrongUse(`${flag} ${text}: write a duration such as 90s, 30m or 1h30m.`);
}
