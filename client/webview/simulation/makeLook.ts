import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { Look } from './look.ts';
import type { Pictured } from './makePicture.ts';
import type { Table } from './messages.ts';
import { tableText } from './tableText.ts';

/** What is asked about one instant. */
export interface Question {
  readonly at: Instant;
  readonly node: string | null;
  readonly table: Table | null;
}

/** More lines than anyone reads; a page of a hundred thousand would stop the panel. */
const mostLines = 500;

/** The texts of one instant. */
export function lookOf({ timeline, daemonSet }: Pictured, { at, table }: Question): Look {
  const text = table === null ? null : { table, text: cut(tableText(timeline, daemonSet, table, at)) };
  return { at, nodes: {}, details: null, table: text };
}

function cut(text: string): string {
  const lines = text.split('\n');
  if (lines.length <= mostLines + 1) return text;
  return `${lines.slice(0, mostLines).join('\n')}\n… ${lines.length - 1 - mostLines} more lines\n`;
}
