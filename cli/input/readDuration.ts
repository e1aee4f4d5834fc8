import type { Millis } from '../../core/kubernetes/objects/meta.ts';
import { parseSpan } from '../../core/simulation/scenarioFile/span.ts';
import { WrongUse } from '../wrongUse.ts';

/** A span as one writes it: `90s`, `30m`, `1h30m`, `2d`, `250ms`. A plain number is refused: nobody knows its unit. */
export function readDuration(flag: string, text: string): Millis {
  const span = parseSpan(text);
  if (span !== null) return span;
  throw new WrongUse(`${flag} ${text}: write a duration such as 90s, 30m or 1h30m.`);
}
