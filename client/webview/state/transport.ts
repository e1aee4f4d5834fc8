import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import { endOf, type PanelState, playhead, speedOf } from './state.ts';

/** Seconds of the wall clock in which the speed `max` plays the whole timeline. */
const shortestPlay = 6;

/** Puts the playhead somewhere; playing stops, and a served world goes on without it. */
export function scrub(state: PanelState, to: Instant): PanelState {
  const end = endOf(state);
  const live = state.live === null ? null : { ...state.live, follows: false };
  return { ...state, live, playing: false, wanted: Math.round(Math.min(Math.max(to, state.picture?.world?.since ?? 0), end)) };
}

/** Moves the playhead by a share of the timeline, at least by a millisecond. */
export function nudge(state: PanelState, share: number): PanelState {
  const by = Math.round(endOf(state) * share);
  return scrub(state, playhead(state) + (by === 0 ? Math.sign(share) : by));
}

/** Starts or stops. At the end, playing starts again from the beginning. */
export function setPlaying(state: PanelState, playing: boolean): PanelState {
  if (state.picture === null) return { ...state, playing: false };
  const atEnd = playhead(state) >= endOf(state);
  return { ...state, playing: playing && endOf(state) > 0, wanted: playing && atEnd ? 0 : playhead(state) };
}

/** Lets `elapsed` milliseconds of the wall clock pass. */
export function pass(state: PanelState, elapsed: number): PanelState {
  if (!state.playing || state.picture === null) return state;
  const end = endOf(state);
  const speed = speedOf(state);
  const rate = speed === 'max' ? Math.max(60, end / (shortestPlay * 1000)) : speed;
  const to = Math.min(Math.round(playhead(state) + elapsed * rate), end);
  return { ...state, wanted: to, playing: to < end };
}

/** To the next or previous change of a node, or sync of the controller; beyond the last one, to the end or the beginning. */
export function stepBy(state: PanelState, direction: -1 | 1, over: 'change' | 'sync'): PanelState {
  const { picture } = state;
  if (picture === null) return state;
  const instants = over === 'change' ? picture.changes : picture.syncs;
  const to = direction > 0 ? (firstAfter(instants, playhead(state)) ?? endOf(state)) : (lastBefore(instants, playhead(state)) ?? 0);
  return scrub(state, to);
}

function firstAfter(instants: Float64Array, instant: Instant): Instant | undefined {
  return instants[countUpTo(instants, instant)];
}

function lastBefore(instants: Float64Array, instant: Instant): Instant | undefined {
  return instants[countUpTo(instants, instant - 1) - 1];
}

/** How many of the ascending instants are at or before `instant`. */
function countUpTo(instants: Float64Array, instant: Instant): number {
  let low = 0;
  let high = instants.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((instants[middle] ?? 0) <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
