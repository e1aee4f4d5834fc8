import type { JsonValue } from '../base/json.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Scenario, ScenarioEvent } from '../simulation/scenario.ts';

/**
 * What the process `daemonscope serve` and the extension host that started it say to each other, over the child's channel. The process owns clock and
 * log: a scenario and its log determine the world, so that whoever has both plays it again.
 */
export type ServeToHost =
  /** It answers from now on. `kubectl`: whether there is one on its PATH. */
  | { readonly kind: 'ready'; readonly kubeconfig: string; readonly port: number; readonly kubectl: boolean }
  /** How it began, with all that has happened: the answer to `attach`. The scenario's own events are the first of the log. */
  | { readonly kind: 'world'; readonly scenario: Scenario; readonly log: readonly LoggedEvent[]; readonly time: WorldTime }
  /** What came to the log; `first`: the place of the first of them. */
  | { readonly kind: 'log'; readonly first: number; readonly events: readonly LoggedEvent[]; readonly time: WorldTime }
  | { readonly kind: 'time'; readonly time: WorldTime }
  /** Something that the panel asked for was not done, in the words of the API server. */
  | { readonly kind: 'refused'; readonly message: string }
  /** The log has grown beyond what a panel can play again: no more of it is sent. */
  | { readonly kind: 'tooLong'; readonly events: number };

export type HostToServe =
  /** Wants to be told of the world from now on. */
  | { readonly kind: 'attach' }
  /** Let these happen now, one after the other, each as a scenario has it. They are checked where they arrive. */
  | { readonly kind: 'act'; readonly actions: readonly JsonValue[] }
  | { readonly kind: 'speed'; readonly speed: WorldSpeed };

/** Who let an event happen. */
export type Author =
  /** By what it calls itself: `kubectl edit`, `my-operator`. */
  { readonly kind: 'client'; readonly name: string } | { readonly kind: 'panel' } | { readonly kind: 'scenario' };

/** An event at the instant at which it happened, or will happen. */
export interface LoggedEvent {
  readonly event: ScenarioEvent;
  readonly by: Author;
}

/** How fast virtual time runs: times wall time; `max`: it leaps to whatever happens next; 0: it stands. */
export type WorldSpeed = number | 'max';

/** The virtual instant now, and how it goes on. */
export interface WorldTime {
  readonly now: Instant;
  readonly speed: WorldSpeed;
}

/** So many events of a world are told at most. */
export const mostLogged = 20_000;

/** A message of the process, as far as its outermost shape goes: it is our own, of the same version. null: it is none. */
export function fromServe(message: unknown): ServeToHost | null {
  const kind = kindOf(message);
  const known: readonly ServeToHost['kind'][] = ['ready', 'world', 'log', 'time', 'refused', 'tooLong'];
  return known.some(one => one === kind) ? (message as ServeToHost) : null;
}

/** A message of the host, checked but for its actions. null: it is none. */
export function fromHost(message: unknown): HostToServe | null {
  if (typeof message !== 'object' || message === null) return null;
  const { actions, speed }: { actions?: unknown; speed?: unknown } = message;
  switch (kindOf(message)) {
    case 'attach':
      return { kind: 'attach' };
    case 'act':
      return Array.isArray(actions) ? { kind: 'act', actions } : null;
    case 'speed':
      return isSpeed(speed) ? { kind: 'speed', speed } : null;
    default:
      return null;
  }
}

const fastest = 1_000_000;

export function isSpeed(value: unknown): value is WorldSpeed {
  return value === 'max' || (typeof value === 'number' && value >= 0 && value <= fastest);
}

function kindOf(message: unknown): unknown {
  return typeof message === 'object' && message !== null && 'kind' in message ? message.kind : null;
}
