import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { TextPart } from '../../../core/presentation/words/say.ts';
import type { Table } from './messages.ts';

/** The texts of one instant. */
export interface Look {
  readonly at: Instant;
  /** A word or two beside each node's name, by node; empty for maps too large to show any. */
  readonly nodes: Readonly<Record<string, string>>;
  /** Of the selected node. */
  readonly details: NodeDetails | null;
  readonly table: { readonly table: Table; readonly text: string } | null;
}

export interface NodeDetails {
  readonly node: string;
  /** `Ready`, `NotReady for 14 s`. */
  readonly condition: string;
  readonly reasons: readonly Reason[];
  /** Its pod of the DaemonSet, which actions are about; empty: none. */
  readonly pod: string;
  readonly down: boolean;
  readonly cordoned: boolean;
}

/** One line of why: what is, and a second line that explains it. */
export interface Reason {
  readonly icon: string;
  readonly tone: 'updated' | 'old' | 'starting' | 'terminating' | 'failed' | 'none' | 'warning' | 'ok' | 'plain';
  readonly text: readonly TextPart[];
  readonly more: string;
}
