import type { Forecast } from '../forecast/forecast.ts';
import { spokenDuration } from './duration.ts';
import type { Edit } from './editKind.ts';
import { spokenCount } from './number.ts';
import { en, type Words } from './words/en.ts';
import { sayText } from './words/say.ts';

/** One of the four numbers of a forecast. */
export interface Tile {
  readonly id: 'duration' | 'worst' | 'replaced' | 'left';
  readonly value: string;
  readonly label: string;
}

/** The four numbers; `calm`: the forecast of the same edit without the events beside it, where it is known. How long, how many nodes without the agent, pods replaced, nodes left behind. */
export function tiles(forecast: Forecast, edit: Edit, words: Words = en, calm: Forecast | null = null): readonly Tile[] {
  return [
    durationTile(forecast, calm, words),
    worstTile(forecast, words),
    replacedTile(forecast, edit, words),
    leftTile(forecast, edit, words),
  ];
}

function durationTile({ origin, outcome, duration, updated }: Forecast, calm: Forecast | null, words: Words): Tile {
  const tile = (value: string, label: string): Tile => ({ id: 'duration', value, label });
  switch (outcome.kind) {
    case 'complete':
      return tile(spokenDuration(duration ?? 0, words), sayText('tile.completes', {}, words));
    case 'stalled':
      if (calm !== null && calm.duration !== null && calm.outcome.kind === 'complete')
        return tile(sayText('tile.never', {}, words), sayText('tile.withoutFault', { time: spokenDuration(calm.duration, words) }, words));
      return tile(
        sayText('tile.never', {}, words),
        updated === 0
          ? sayText('tile.stallsFirst', {}, words)
          : sayText('tile.stalls', { time: spokenDuration(outcome.since - origin, words) }, words),
      );
    case 'byHand':
      return tile(sayText('tile.byHand', {}, words), sayText('tile.noEnd', {}, words));
    case 'nothingToDo':
      return tile(spokenDuration(0, words), sayText('tile.nothing', {}, words));
    case 'stillRolling':
      return tile(`> ${spokenDuration(outcome.at - origin, words)}`, sayText('tile.stillRolling', {}, words));
    case 'deleted':
      return tile('–', sayText('deleted.lead', {}, words));
  }
}

function worstTile({ worst, targeted, withoutEach }: Forecast, words: Words): Tile {
  const value = sayText('tile.worst', { worst: worst.without, targeted: Math.max(targeted, worst.targeted) }, words);
  if (worst.without === 0) return { id: 'worst', value, label: sayText('tile.withoutNone', {}, words) };
  const label =
    withoutEach > 0 ? sayText('tile.withoutFor', { time: spokenDuration(withoutEach, words) }, words) : sayText('tile.without', {}, words);
  return { id: 'worst', value, label };
}

function replacedTile({ actions }: Forecast, edit: Edit, words: Words): Tile {
  const tile = (n: number, label: string): Tile => ({ id: 'replaced', value: spokenCount(n), label });
  if (edit.kind === 'create' && actions.replaced === 0)
    return tile(actions.created, sayText('tile.created', { n: actions.created }, words));
  const n = actions.replaced;
  if (actions.removed > 0) return tile(n, sayText('tile.replacedRemoved', { n, removed: actions.removed }, words));
  if (n === 0) return tile(n, sayText('tile.replacedOnly', { n }, words));
  return tile(n, sayText('tile.replaced', { n, outside: actions.outsideBudget }, words));
}

function leftTile({ left }: Forecast, edit: Edit, words: Words): Tile {
  const value = spokenCount(left.length);
  if (left.length === 0) return { id: 'left', value, label: sayText('tile.leftNone', {}, words) };
  const label = sayText(
    'tile.left',
    { n: left.length, word: edit.oldWord === '' ? sayText('tile.oldTemplate', {}, words) : edit.oldWord },
    words,
  );
  return { id: 'left', value, label };
}
