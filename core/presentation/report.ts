import type { Decision } from '../forecast/decisions.ts';
import type { Forecast } from '../forecast/forecast.ts';
import type { Spread } from '../forecast/seeds.ts';
import type { Scenario } from '../simulation/scenario.ts';
import { decisionText, decisionTime } from './decisionText.ts';
import { spokenDuration } from './duration.ts';
import type { Edit } from './editKind.ts';
import { eventLine, otherEvents } from './eventLine.ts';
import { markdownCell, markdownText } from './markdown.ts';
import type { Sentence } from './sentenceFacts.ts';
import type { Tile } from './tiles.ts';
import { waitText } from './waitText.ts';
import type { WhatIfText } from './whatIfText.ts';
import { en, type Words } from './words/en.ts';
import { plainText, sayText } from './words/say.ts';

/** What a report is made of. */
export interface ReportInput {
  readonly scenario: Scenario;
  readonly forecast: Forecast;
  readonly edit: Edit;
  readonly sentence: Sentence;
  readonly tiles: readonly Tile[];
  readonly whatIfs: readonly WhatIfText[];
  /** What the controller did, a rule each. */
  readonly decisions: readonly Decision[];
  /** Over many seeds; null: one seed only. */
  readonly spread: Spread | null;
}

/** So many waiting nodes are named. */
const mostNodes = 10;
const marks = { ok: '✅', warning: '⚠️', plain: 'ℹ️', error: '❌' } as const;

/** A forecast as GitHub-flavoured Markdown, made for a pull request's comment. Text from manifests is escaped. */
export function markdownReport(input: ReportInput, words: Words = en): string {
  return [
    heading(input, words),
    said(input, words),
    numbers(input.tiles),
    edited(input.edit, words),
    compared(input.whatIfs, words),
    blocked(input.forecast, words),
    happened(input.scenario, words),
    decided(input.decisions, words),
    footer(input, words),
  ]
    .filter(part => part !== '')
    .join('\n\n')
    .concat('\n');
}

function heading({ forecast: { subject } }: ReportInput, words: Words): string {
  return `### ${sayText('report.title', { name: `\`${subject.namespace}/${subject.name}\`` }, words)}`;
}

function said({ sentence, spread }: ReportInput, words: Words): string {
  const text = `${marks[sentence.tone]} **${markdownText(sentence.lead)}** ${markdownText(plainText(sentence.parts))}`.trim();
  return spread === null ? text : `${text}\n\n${spreadText(spread, words)}`;
}

/** The line on many seeds. */
export function spreadText(spread: Spread, words: Words = en): string {
  const time = (span: number | null): string => (span === null ? sayText('what.never', {}, words) : spokenDuration(span, words));
  const { seeds: n, p50, p95, worst, withoutWorst: without } = spread;
  return sayText('report.seeds', { n, p50: time(p50), p95: time(p95), worst: time(worst), without }, words);
}

function numbers(tiles: readonly Tile[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(tiles.map(tile => `**${markdownCell(tile.value)}**`)),
    row(tiles.map(() => ':---')),
    row(tiles.map(tile => markdownCell(tile.label))),
  ].join('\n');
}

function edited({ fields, strategyText }: Edit, words: Words): string {
  if (fields.length === 0) return '';
  const lines = fields.map(({ name, from, to }) => {
    const change = from === '' ? codeText(to) : to === '' ? `${codeText(from)} → –` : `${codeText(from)} → ${codeText(to)}`;
    return `- ${codeText(name)}: ${change}`;
  });
  return `**${sayText('report.edit', {}, words)}** (${markdownText(strategyText)})\n\n${lines.join('\n')}`;
}

function compared(rows: readonly WhatIfText[], words: Words): string {
  if (rows.length < 2) return '';
  const lines = rows.map(row => {
    const remark = row.now ? sayText('report.now', {}, words) : row.obstacle;
    return `| ${markdownCell(row.strategy)} | ${markdownCell(row.time)} | ${markdownCell(row.worst)} | ${markdownCell(remark)} |`;
  });
  const head = `| ${sayText('report.strategy', {}, words)} | ${sayText('report.time', {}, words)} | ${sayText('report.worst', {}, words)} | |\n| :--- | ---: | ---: | :--- |`;
  return `**${sayText('report.whatIf', {}, words)}**\n\n${head}\n${lines.join('\n')}`;
}

function blocked({ waiting, outcome }: Forecast, words: Words): string {
  if (outcome.kind === 'byHand' || waiting.length === 0) return '';
  const lines = waiting.slice(0, mostNodes).map(one => {
    const { text, more } = waitText(one, words);
    return `- ${codeText(one.node)}: ${markdownText(plainText(text))}${more === '' ? '' : ` (${markdownText(more)})`}`;
  });
  const rest = waiting.length - lines.length;
  if (rest > 0) lines.push(`- ${sayText('report.more', { n: rest }, words)}`);
  return `**${sayText('report.blocking', {}, words)}**\n\n${lines.join('\n')}`;
}

/** Events beside the edit at 0 s. */
function happened({ events }: Scenario, words: Words): string {
  const lines = otherEvents(events).map(event => `- ${spokenDuration(event.at, words)}: ${codeText(eventLine(event))}`);
  return lines.length === 0 ? '' : `**${sayText('events.title', {}, words)}**\n\n${lines.join('\n')}`;
}

function decided(all: readonly Decision[], words: Words): string {
  const lines = all.map(one => `- ${decisionTime(one, words)}: ${markdownText(plainText(decisionText(one, words)))}`);
  return lines.length === 0 ? '' : `**${sayText('did.title', {}, words)}**\n\n${lines.join('\n')}`;
}

function footer({ scenario }: ReportInput, words: Words): string {
  const { cluster, kubernetesVersion, seed } = scenario;
  const where = sayText('report.cluster', { cluster: cluster.name, version: kubernetesVersion, seed: String(seed) }, words);
  return `<sub>${markdownText(where)}. ${sayText('report.footer', {}, words)}</sub>`;
}

function codeText(text: string): string {
  return `\`${text.replaceAll('`', "'").replaceAll(/[\r\n|]/g, ' ')}\``;
}
