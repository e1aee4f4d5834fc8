import pc from 'picocolors';
import { decisionText, decisionTime } from '../../core/presentation/decisionText.ts';
import { spokenDuration } from '../../core/presentation/duration.ts';
import { editKindText } from '../../core/presentation/editKind.ts';
import { eventLine, otherEvents } from '../../core/presentation/eventLine.ts';
import { type ReportInput, spreadText } from '../../core/presentation/report.ts';
import { tableText, textColumn } from '../../core/presentation/table.ts';
import { waitText } from '../../core/presentation/waitText.ts';
import { plainText, sayText } from '../../core/presentation/words/say.ts';

type Colors = ReturnType<typeof pc.createColors>;

const mostNodes = 10;

/** A forecast for a person at a terminal. Colours only there. */
export function forecastText(report: ReportInput, out: { readonly isTTY?: boolean }): string {
  const colors = pc.createColors(out.isTTY === true && process.env.NO_COLOR === undefined);
  const parts = [
    head(report, colors),
    said(report, colors),
    numbers(report, colors),
    compared(report),
    blocked(report),
    happened(report),
    decided(report),
  ];
  return parts.filter(part => part !== '').join('\n');
}

function head({ forecast, scenario, edit }: ReportInput, { bold, dim }: Colors): string {
  const { name, namespace } = forecast.subject;
  const fields = edit.fields.map(
    field => `  ${field.name}  ${field.from === '' ? '' : `${field.from} → `}${field.to === '' ? sayText('edit.removed') : field.to}\n`,
  );
  const where = `${scenario.cluster.name} · Kubernetes ${scenario.kubernetesVersion} · seed ${scenario.seed}`;
  return `${bold(name)} ${dim(`${namespace} · ${where}`)}\n${editKindText(edit).kind} · ${edit.strategyText}\n${fields.join('')}`;
}

function said({ sentence, spread }: ReportInput, colors: Colors): string {
  const paint = { ok: colors.green, warning: colors.yellow, plain: colors.cyan, error: colors.red }[sentence.tone];
  const rest = plainText(sentence.parts);
  const remedies = sentence.remedies.map(remedy => `  → ${remedy.label}\n`).join('');
  const seeds = spread === null ? '' : `${spreadText(spread)}\n`;
  return `${paint(sentence.lead)}${rest === '' ? '' : ` ${rest}`}\n${remedies}${seeds}`;
}

function numbers({ tiles }: ReportInput, { bold, dim }: Colors): string {
  const width = Math.max(...tiles.map(tile => tile.value.length));
  return tiles.map(tile => `  ${bold(tile.value.padStart(width))}  ${dim(tile.label)}\n`).join('');
}

function compared({ whatIfs }: ReportInput): string {
  if (whatIfs.length < 2) return '';
  const columns = ['what if', 'time', 'worst', ''].map(name => textColumn(name));
  const rows = whatIfs.map(row => [row.strategy, row.time, row.worst, row.now ? sayText('report.now') : row.obstacle]);
  return tableText({ columns, rows }).replaceAll(/ +$/gm, '');
}

function blocked({ forecast: { waiting, outcome } }: ReportInput): string {
  if (outcome.kind === 'byHand' || waiting.length === 0) return '';
  const lines = waiting.slice(0, mostNodes).map(one => {
    const { text, more } = waitText(one);
    return `  ${one.node}: ${plainText(text)}${more === '' ? '' : `, ${more}`}\n`;
  });
  const rest = waiting.length - lines.length;
  return `${sayText('report.blocking')}\n${lines.join('')}${rest > 0 ? `  ${sayText('report.more', { n: rest })}\n` : ''}`;
}

function happened({ scenario: { events } }: ReportInput): string {
  const all = otherEvents(events);
  if (all.length === 0) return '';
  const rest = all.length - mostNodes;
  const lines = all.slice(0, mostNodes).map(event => `  ${spokenDuration(event.at)}  ${eventLine(event)}\n`);
  return `${sayText('events.title')}\n${lines.join('')}${rest > 0 ? `  ${sayText('report.more', { n: rest })}\n` : ''}`;
}

function decided({ decisions }: ReportInput): string {
  if (decisions.length === 0) return '';
  const lines = decisions.map(one => `  ${decisionTime(one)}  ${plainText(decisionText(one))}\n`);
  return `${sayText('did.title')}\n${lines.join('')}`;
}
