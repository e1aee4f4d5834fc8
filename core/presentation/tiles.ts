import type { Forecast } from '../forecast/forecast.ts';
import { spokenDuration } from './duration.ts';
import type { Edit } from './editKind.ts';
import { spokenCount } from './number.ts';
import { sayText } from './words/say.ts';

/** One of the four numbers of a forecast. */
export interface Tile {
  readonly id: 'duration' | 'worst' | 'replaced' | 'left';
  readonly value: string;
  readonly label: string;
}

/** The four numbers: how long, how many nodes without the agent, pods replaced, nodes left behind. */
export function tiles(forecast: Forecast, edit: Edit): readonly Tile[] {
  return [durationTile(forecast), worstTile(forecast), replacedTile(forecast, edit), leftTile(forecast, edit)];
}

function durationTile({ outcome, duration, updated }: Forecast): Tile {
  const tile = (value: string, label: string): Tile => ({ id: 'duration', value, label });
  switch (outcome.kind) {
    case 'complete':
      return tile(spokenDuration(duration ?? 0), sayText('tile.completes'));
    case 'stalled':
      return tile(
        sayText('tile.never'),
        updated === 0 ? sayText('tile.stallsFirst') : sayText('tile.stalls', { time: spokenDuration(outcome.since) }),
      );
    case 'byHand':
      return tile(sayText('tile.byHand'), sayText('tile.noEnd'));
    case 'nothingToDo':
      return tile(spokenDuration(0), sayText('tile.nothing'));
    case 'stillRolling':
      return tile(`> ${spokenDuration(outcome.at)}`, sayText('tile.stillRolling'));
    case 'deleted':
      return tile('–', sayText('deleted.lead'));
  }
}

function worstTile({ worst, targeted, withoutEach }: Forecast): Tile {
  const value = sayText('tile.worst', { worst: worst.without, targeted: Math.max(targeted, worst.targeted) });
  if (worst.without === 0) return { id: 'worst', value, label: sayText('tile.withoutNone') };
  const label = withoutEach > 0 ? sayText('tile.withoutFor', { time: spokenDuration(withoutEach) }) : sayText('tile.without');
  return { id: 'worst', value, label };
}

function replacedTile({ actions }: Forecast, edit: Edit): Tile {
  const tile = (n: number, label: string): Tile => ({ id: 'replaced', value: spokenCount(n), label });
  if (edit.kind === 'create' && actions.replaced === 0) return tile(actions.created, sayText('tile.created', { n: actions.created }));
  const n = actions.replaced;
  if (actions.removed > 0) return tile(n, sayText('tile.replacedRemoved', { n, removed: actions.removed }));
  if (n === 0) return tile(n, sayText('tile.replacedOnly', { n }));
  return tile(n, sayText('tile.replaced', { n, outside: actions.outsideBudget }));
}

function leftTile({ left }: Forecast, edit: Edit): Tile {
  const value = spokenCount(left.length);
  if (left.length === 0) return { id: 'left', value, label: sayText('tile.leftNone') };
  const label = sayText('tile.left', { n: left.length, word: edit.oldWord === '' ? 'the old template' : edit.oldWord });
  return { id: 'left', value, label };
}
