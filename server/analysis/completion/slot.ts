import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { Span } from '../document/tree.ts';

/** A gap in the text that something can be written into. */
export interface Slot {
  /**
   * What belongs there: a key of the object (or map) at `path`, the value at `path`, or a new entry of the list at `path` (the last step is its index).
   */
  readonly accepts: 'key' | 'value' | 'item';
  readonly path: JsonPath;
  /** What is replaced; it holds the cursor. */
  readonly replace: Span;
  /** What has to stand before the new text: blanks, a line break with indentation, a dash. */
  readonly prefix: string;
  /** What has to stand behind it: a comma, inside brackets. */
  readonly suffix: string;
  /** The column of the keys that are written, for what goes on on further lines. */
  readonly column: number;
  /** Keys that the object has already. */
  readonly present: readonly string[];
  /** How to write: indented lines, inside brackets, or as JSON. */
  readonly style: 'block' | 'flow' | 'json';
  /** The quote around the value at the cursor, which the new one needs too. */
  readonly quote: '' | '"' | "'";
  /** A key that has a value already: only its name can change. */
  readonly renames: boolean;
  /** The cursor stands beside it: what it takes comes behind what belongs right here. */
  readonly beside: boolean;
}

/** What most slots have in common. */
export const blockSlot = { prefix: '', suffix: '', present: [], style: 'block', quote: '', renames: false, beside: false } as const;
