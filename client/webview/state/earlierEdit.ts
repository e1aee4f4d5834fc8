import type { JsonObject } from '../../../core/base/json.ts';
import type { Baseline } from '../../../core/protocol/panel.ts';

/** A manifest that this panel has simulated, and that stood for a while: something that one may go back to, or compare with. */
export interface EarlierEdit {
  /** From 1, as revisions are counted. */
  readonly number: number;
  /** What it changed: `testenv value → value01`. */
  readonly label: string;
  readonly manifest: JsonObject;
}

/** The earlier edit as a baseline. */
export function baselineOf({ number, label, manifest }: EarlierEdit): Baseline {
  return { kind: 'earlier', label: `#${number} ${label}`, note: '', manifest };
}
