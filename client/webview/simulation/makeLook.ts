import { decisions } from '../../../core/forecast/decisions.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import { cellsAt } from '../../../core/presentation/cells.ts';
import { decisionText, decisionTime } from '../../../core/presentation/decisionText.ts';
import { nodeDetails } from '../../../core/presentation/nodeDetails.ts';
import { plainText } from '../../../core/presentation/words/say.ts';
import { isLarge, onlyWarnings } from './largeCluster.ts';
import type { Look, LookedTable } from './look.ts';
import type { Pictured } from './makePicture.ts';
import type { Table } from './table.ts';
import { tableText } from './tableText.ts';

/** What is asked about one instant. */
export interface Question {
  readonly at: Instant;
  readonly node: string | null;
  readonly table: Table | null;
}

/** Up to so many nodes are listed with a word about each. */
const mostWords = 20;

/** More lines than anyone reads; a page of a hundred thousand would stop the panel. */
const mostLines = 500;

/** The texts of one instant. */
export function lookOf(pictured: Pictured, { at, node, table }: Question): Look {
  const { timeline, history, daemonSet, words } = pictured;
  return {
    at,
    nodes: wordsOf(pictured, at),
    details: node === null ? null : nodeDetails(timeline, history, daemonSet, node, at, words),
    table: table === null ? null : tableOf(pictured, table, at),
  };
}

function tableOf({ timeline, history, daemonSet, words }: Pictured, table: Table, at: Instant): LookedTable {
  const note = (table === 'events' || table === 'describe') && isLarge(history.nodes.length) ? onlyWarnings : '';
  if (table !== 'reasons') return { table, text: cut(tableText(timeline, daemonSet, table, at)) + note, reasons: [] };
  const done = decisions(timeline, daemonSet, at);
  return {
    table,
    text: done.map(one => `${decisionTime(one, words)}  ${plainText(decisionText(one, words))}\n`).join(''),
    reasons: done.map(one => ({ at: one.first, parts: decisionText(one, words) })),
  };
}

function wordsOf({ timeline, history, daemonSet, edit, words }: Pictured, at: Instant): Look['nodes'] {
  if (history.nodes.length > mostWords) return {};
  return Object.fromEntries(cellsAt(timeline, history, daemonSet, at, edit, words).map(cell => [cell.node, cell.text]));
}

function cut(text: string): string {
  const lines = text.split('\n');
  if (lines.length <= mostLines + 1) return text;
  return `${lines.slice(0, mostLines).join('\n')}\n… ${lines.length - 1 - mostLines} more lines\n`;
}
