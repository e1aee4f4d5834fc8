import { isJsonObject, type JsonValue } from '../../../core/base/json.ts';
import { type DaemonSetName, isNamed } from '../../../core/forecast/subject.ts';
import type { Millis } from '../../../core/kubernetes/objects/meta.ts';
import type { Mend } from '../../../core/presentation/mend.ts';
import type { LiveUpdate } from '../../../core/protocol/live.ts';
import type { PanelToHost, Subject } from '../../../core/protocol/panel.ts';
import type { ScenarioAction, ScenarioEvent } from '../../../core/simulation/scenario.ts';
import { beginWorld, type LiveWorld, subjectOf, withNews } from './liveWorld.ts';
import { setAt } from './mend.ts';
import type { Effect, Message } from './message.ts';
import { afresh, type PanelState } from './state.ts';
import { type Step, stay } from './step.ts';

/** Takes what the host tells of a served world. The panel shows it from then on. */
export function hearWorld(state: PanelState, update: LiveUpdate): Step {
  if (update.start !== null) return askAboutWorld(attached(state, beginWorld(update, update.start, state.live?.file ?? fileOf(state))));
  const live = state.live === null ? null : withNews(state.live, update);
  return live === null ? stay(state) : askAboutWorld(atTime(withFaults({ ...state, live }), live));
}

/** The manifest in the editor while a world is shown: it can be applied there. */
export function hearFile(state: PanelState, live: LiveWorld, file: Subject | null): Step {
  const next = { ...live, file };
  return stay({ ...state, live: next, subject: subjectOf(next, state.subject?.manifest ?? null) });
}

function fileOf({ subject, problem, opened }: PanelState): Subject | null {
  return problem === null && opened === null ? subject : null;
}

function attached(state: PanelState, live: LiveWorld): PanelState {
  return atTime(withFaults({ ...afresh(state), owner: state.owner, subject: subjectOf(live, null), live }), live);
}

/** The list of what was done is the log. */
function withFaults(state: PanelState): PanelState {
  return state.live === null ? state : { ...state, faults: state.live.log.map(({ event }) => event) };
}

function atTime(state: PanelState, live: LiveWorld): PanelState {
  return live.follows ? { ...state, wanted: Math.round(live.time.now) } : state;
}

/** The run must reach beyond the present by so much, or it is asked to go on. */
const lookAhead: Millis = 600_000;

/** Asks the worker for the world as it is now, when it does not know; one question at a time, so that news never queue. */
export function askAboutWorld(state: PanelState): Step {
  const { live, picture } = state;
  if (live === null || live.waiting || picture?.world?.tooLong === true) return stay(state);
  const { asked, log, daemonSet, time } = live;
  const until = picture?.world?.until ?? null;
  const known = asked !== null && asked.events === log.length && isNamed(asked.daemonSet, daemonSet);
  if (known && (until === null || time.now + lookAhead < until)) return stay(state);
  const run = state.run + 1;
  const first = asked?.events ?? 0;
  const effect: Effect = {
    to: 'worker',
    request: {
      ...{ type: 'live', run, world: live.id, start: asked === null ? live.start : null, first, daemonSet, now: Math.round(time.now) },
      events: log.slice(first).map(({ event }) => event),
    },
  };
  const next = { ...live, asked: { events: log.length, daemonSet }, waiting: true };
  return { state: { ...state, run, live: next }, effects: [effect] };
}

/** The worker has answered: with a picture, or that there is none. */
export function worldAnswered(state: PanelState): Step {
  if (state.live === null) return stay(state);
  const live = { ...state.live, waiting: false };
  const manifest = state.picture?.world?.manifest ?? null;
  return askAboutWorld({ ...state, live, subject: subjectOf(live, manifest) });
}

/** What a message means while a served world is shown; null: the same as always. */
export function reactInWorld(state: PanelState, live: LiveWorld, message: Message): Step | null {
  switch (message.type) {
    case 'act':
      return act(state, live, [message.action]);
    case 'mend':
      return mendWorld(state, live, message.mend);
    case 'applyFile':
      return live.file === null ? stay(state) : act(state, live, [{ do: 'apply', manifest: live.file.manifest }]);
    case 'playing':
      return toHost(state, { type: 'worldSpeed', speed: message.playing ? live.resume : 0 });
    case 'speed':
      return toHost(state, { type: 'worldSpeed', speed: message.speed });
    case 'tick':
      return askAboutWorld(pass(state, live, message.elapsed));
    case 'toPresent':
      return stay(present(state, live));
    case 'pickDaemonSet':
      return askAboutWorld(pick(state, live, message.daemonSet));
    case 'leaveWorld':
      return leave(state);
    // A world that others work on cannot be taken back, nor compared with what it was not.
    case 'undo':
    case 'clearFaults':
    case 'compare':
    case 'editAgain':
    case 'endEditAgain':
    case 'chooseBaseline':
    case 'assume':
    case 'assumeNothing':
      return stay(state);
    default:
      return null;
  }
}

function toHost(state: PanelState, message: PanelToHost): Step {
  return { state, effects: [{ to: 'host', message }] };
}

/** Something is done in the world: now, wherever the playhead was. */
function act(state: PanelState, live: LiveWorld, actions: readonly (ScenarioAction & Partial<Pick<ScenarioEvent, 'at'>>)[]): Step {
  if (live.ended === 'gone') return stay(state);
  return toHost(present(state, live), { type: 'act', actions: actions.map(action => JSON.parse(JSON.stringify(action)) as JsonValue) });
}

function present(state: PanelState, live: LiveWorld): PanelState {
  const next = { ...live, follows: true };
  return atTime({ ...state, live: next }, next);
}

function pass(state: PanelState, live: LiveWorld, elapsed: Millis): PanelState {
  const { now, speed } = live.time;
  if (speed === 'max' || live.ended === 'gone') return state;
  const next = { ...live, time: { now: now + elapsed * speed, speed } };
  return atTime({ ...state, live: next }, next);
}

function pick(state: PanelState, live: LiveWorld, daemonSet: DaemonSetName): PanelState {
  const next = { ...live, daemonSet, chosen: true };
  return { ...state, live: next, subject: subjectOf(next, null), selected: null };
}

/** The panel goes back to the manifest in the editor: the host tells it anew. */
function leave(state: PanelState): Step {
  return toHost(afresh(state), { type: 'detach' });
}

/** Events keep their distance; a value becomes a patch of the DaemonSet, or where no patch can say it, an edit of the file. */
function mendWorld(state: PanelState, live: LiveWorld, mend: Mend): Step {
  if (mend.kind === 'events') {
    const first = mend.events.reduce((least, event) => Math.min(least, event.at), Number.POSITIVE_INFINITY);
    return act(
      state,
      live,
      mend.events.map(event => ({ ...event, at: event.at - first })),
    );
  }
  if (mend.path.includes('[')) return live.file === null ? stay(state) : setField(state, live.file, mend.path, mend.json);
  const { namespace, name } = live.daemonSet;
  const path = mend.path.split('.');
  // A JSON merge patch.
  const json = path.at(-1) === 'updateStrategy' ? wholeStrategy(mend.json) : mend.json;
  return act(state, live, [{ do: 'patch', namespace, daemonSet: name, patch: setAt({}, path, json) }]);
}

function setField(state: PanelState, { version }: Subject, path: string, json: JsonValue): Step {
  return toHost(state, { type: 'setField', path, json, version });
}

/** A strategy for a JSON merge patch is given whole: what is left of the one before would be merged with it. */
function wholeStrategy(strategy: JsonValue): JsonValue {
  if (!isJsonObject(strategy)) return strategy;
  const { rollingUpdate } = strategy;
  if (!isJsonObject(rollingUpdate)) return { ...strategy, rollingUpdate: null };
  return { ...strategy, rollingUpdate: { maxSurge: null, maxUnavailable: null, ...rollingUpdate } };
}
