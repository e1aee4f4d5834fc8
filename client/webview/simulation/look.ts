import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { NodeDetails } from '../../../core/presentation/nodeDetails.ts';
import type { TextPart } from '../../../core/presentation/words/say.ts';
import type { Table } from './table.ts';

/** The texts of one instant. */
export interface Look {
  readonly at: Instant;
  /** A word or two beside each node's name, by node; empty for maps too large to show any. */
  readonly nodes: Readonly<Record<string, string>>;
  /** Of the selected node. */
  readonly details: NodeDetails | null;
  readonly table: LookedTable | null;
}

export interface LookedTable {
  readonly table: Table;
  readonly text: string;
  /** Of the controller's reasons, with links into the manifest; empty for kubectl's tables. */
  readonly reasons: readonly ReasonLine[];
}

/** What the controller did for one reason. */
export interface ReasonLine {
  /** When it did so first. */
  readonly at: Instant;
  readonly parts: readonly TextPart[];
}
