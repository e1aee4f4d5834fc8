import type { KeptTarget } from '../../../core/protocol/panel.ts';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { readAssumed } from './assumedValues.ts';
import type { EarlierEdit } from './earlierEdit.ts';
import type { EditAgain } from './secondEdit.ts';
import { colourings, groupingOf, initialState, type PanelState, speeds, subjectKey, tabs } from './state.ts';

/** What the panel keeps for the next window. The host reads uri and index of it, see {@link KeptTarget}. */
export interface Kept extends KeptTarget {
  readonly faults: readonly ScenarioEvent[];
  readonly wanted: number;
  readonly speed: PanelState['speed'];
  readonly selected: string | null;
  readonly tab: PanelState['tab'];
  readonly grouping: PanelState['grouping'];
  readonly colouring: PanelState['colouring'];
  /** The strategy that is compared. */
  readonly compared: string | null;
  readonly since: PanelState['since'];
  readonly again: PanelState['again'];
  readonly assumed: PanelState['assumed'];
}

/** null: there is nothing to come back to. */
export function keep(state: PanelState): Kept | null {
  if (state.subject === null) return null;
  const { uri, index } = state.subject;
  const { speed, selected, tab, grouping, colouring, since, again, assumed } = state;
  // A served world ends with the window.
  const { faults, wanted } = state.live === null ? state : initialState;
  const compared = state.compared?.strategy ?? null;
  return { uri, index, faults, wanted, speed, selected, tab, grouping, colouring, compared, since, again, assumed };
}

/** Whether two states would keep the same: while playing, only the last instant is kept; of a served world, whose time goes on by itself, none. */
export function keepsTheSame(a: PanelState, b: PanelState): boolean {
  if (b.playing) return true;
  const [before, now] = [keep(a), keep(b)];
  if (before === null || now === null) return before === now;
  const values = Object.values(now);
  return a.playing === b.playing && Object.values(before).every((value, place) => value === values[place]);
}

/** The state to begin with after a reload. What is kept may be of an older version: what cannot be read is left out. */
export function restore(kept: unknown): PanelState {
  if (!isRecord(kept)) return initialState;
  const { uri, index, faults, wanted, speed, selected, tab, grouping, colouring, compared, since, again, assumed } = kept;
  if (typeof uri !== 'string' || typeof index !== 'number') return initialState;
  return {
    ...initialState,
    owner: subjectKey({ uri, index }),
    faults: Array.isArray(faults) ? faults.filter(isEvent) : [],
    wanted: typeof wanted === 'number' && wanted >= 0 ? wanted : 0,
    speed: speeds.find(each => each === speed) ?? initialState.speed,
    selected: typeof selected === 'string' ? selected : null,
    tab: tabs.find(each => each === tab) ?? initialState.tab,
    grouping: groupingOf(grouping) ?? initialState.grouping,
    colouring: colourings.find(each => each === colouring) ?? initialState.colouring,
    compared: typeof compared === 'string' ? { strategy: compared, picture: null, none: false } : null,
    since: isEarlier(since) ? since : null,
    again: isAgain(again) ? again : null,
    assumed: readAssumed(assumed),
  };
}

function isEarlier(value: unknown): value is EarlierEdit {
  return isRecord(value) && Number.isInteger(value.number) && typeof value.label === 'string' && isRecord(value.manifest);
}

function isAgain(value: unknown): value is EditAgain {
  return isRecord(value) && Number.isInteger(value.at) && isRecord(value.first);
}

/** Shape only: the simulation says what is wrong with the rest, in words. */
function isEvent(value: unknown): value is ScenarioEvent {
  return isRecord(value) && Number.isInteger(value.at) && typeof value.do === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
