import { isDeepStrictEqual } from 'node:util';
import type { Choice, Outcome } from './record.ts';

/** Null when `ours` is one of the recorded outcomes, otherwise the difference to the first of them. */
export function differenceTo(ours: Outcome, recorded: readonly Outcome[]): string | null {
  const differences = recorded.map(outcome => difference(ours, outcome));
  return differences.includes(null) ? null : (differences[0] ?? 'no outcome was recorded');
}

function difference(ours: Outcome, recorded: Outcome): string | null {
  const { createChoice, deleteChoice, events, ...certain } = recorded;
  const creates = withoutChoice(ours.creates ?? [], recorded.creates ?? [], createChoice);
  const deletes = withoutChoice(ours.deletes ?? [], recorded.deletes ?? [], deleteChoice);
  if (typeof creates === 'string' || typeof deletes === 'string') {
    return `${typeof creates === 'string' ? `creates: ${creates}` : `deletes: ${String(deletes)}`}\nwhole: ${JSON.stringify(ours)}`;
  }
  const { events: ourEvents = {}, creates: _c, deletes: _d, ...rest } = ours;
  const compared: Record<string, unknown> = { ...rest, events: fold(ourEvents, events ?? {}) };
  const wanted: Record<string, unknown> = { ...certain, events: events ?? {} };
  delete wanted.creates;
  delete wanted.deletes;
  const keys = [...new Set([...Object.keys(compared), ...Object.keys(wanted)])].filter(
    key => !isDeepStrictEqual(compared[key], wanted[key]),
  );
  if (keys.length === 0) return null;
  return keys
    .map(key => `${key}: recorded ${JSON.stringify(wanted[key])}\n${' '.repeat(key.length)}  ours     ${JSON.stringify(compared[key])}`)
    .join('\n');
}

/** True when exactly the certain ones and the right number of the choice are there, otherwise words. */
function withoutChoice(ours: readonly string[], certain: readonly string[], choice: Choice | undefined): true | string {
  const extra = ours.filter(name => !certain.includes(name));
  const missing = certain.filter(name => !ours.includes(name));
  const from = choice?.from ?? [];
  const right = missing.length === 0 && extra.length === (choice?.pick ?? 0) && extra.every(name => from.includes(name));
  return (
    right ||
    `recorded ${JSON.stringify(certain)}${choice === undefined ? '' : ` and ${choice.pick} of ${JSON.stringify(from)}`}, ours ${JSON.stringify(ours)}`
  );
}

/** Event texts that are not among the recorded ones, but are with `*` for the name, count as those. */
function fold(ours: Readonly<Record<string, number>>, recorded: Readonly<Record<string, number>>): Record<string, number> {
  const folded: Record<string, number> = {};
  for (const [text, count] of Object.entries(ours)) {
    const starred = text.replace(/\S+$/, '*');
    const key = !Object.hasOwn(recorded, text) && Object.hasOwn(recorded, starred) ? starred : text;
    folded[key] = (folded[key] ?? 0) + count;
  }
  return folded;
}
