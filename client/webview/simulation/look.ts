import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { NodeDetails } from '../../../core/presentation/nodeDetails.ts';
import type { Table } from './table.ts';

/** The texts of one instant. */
export interface Look {
  readonly at: Instant;
  /** A word or two beside each node's name, by node; empty for maps too large to show any. */
  readonly nodes: Readonly<Record<string, string>>;
  /** Of the selected node. */
  readonly details: NodeDetails | null;
  readonly table: { readonly table: Table; readonly text: string } | null;
}
