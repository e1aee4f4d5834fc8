import type { RevisionLanes } from '../../../core/forecast/revisionLanes.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { Tile } from '../../../core/presentation/tiles.ts';
import type { WhatIfText } from '../../../core/presentation/whatIfText.ts';
import type { ExportFormat, Subject, SubjectProblem } from '../../../core/protocol/panel.ts';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { Look } from '../simulation/look.ts';
import type { OpenedScenario } from '../simulation/openScenario.ts';
import type { Picture } from '../simulation/picture.ts';
import type { SpreadText } from '../simulation/spreadText.ts';
import type { Table } from '../simulation/table.ts';
import { type AssumedValues, withAssumed } from './assumedValues.ts';
import { baselineOf, type EarlierEdit } from './earlierEdit.ts';
import type { LiveWorld } from './liveWorld.ts';
import type { EditAgain } from './secondEdit.ts';

export type Tab = Table | 'faults' | 'assumptions';
export const tabs = [
  'daemonSets',
  'pods',
  'events',
  'describe',
  'revisions',
  'reasons',
  'faults',
  'assumptions',
] as const satisfies readonly Tab[];

/** Virtual seconds that pass in one second of playing; `max`: the whole timeline in some seconds. */
export const speeds = [1, 10, 60, 'max'] as const;
export type Speed = (typeof speeds)[number];

export const groupings = ['zone', 'pool', 'none'] as const;
/** One of the usual ones, or any label of the nodes. */
export type Grouping = (typeof groupings)[number] | `label:${string}`;

/** A grouping out of a text that is not known to be one; null: it is none. */
export function groupingOf(value: unknown): Grouping | null {
  if (typeof value === 'string' && isByLabel(value)) return value;
  return groupings.find(each => each === value) ?? null;
}

function isByLabel(value: string): value is `label:${string}` {
  return value.startsWith('label:');
}

/** What the colour of a node says; the shape always says its state. */
export const colourings = ['state', 'revision', 'zone'] as const;
export type Colouring = (typeof colourings)[number];

/** Everything the panel shows. Views are functions of it; only {@link update} makes new ones. */
export interface PanelState {
  /** null: the host has not said yet. */
  readonly subject: Subject | null;
  /** The scenario file that is shown instead of a manifest in an editor; null: there is none. */
  readonly opened: OpenedScenario | null;
  /** The version of the scenario file that is being read, and of which file. */
  readonly opening: { readonly version: number; readonly owner: string } | null;
  /** Why the manifest cannot be simulated now; the picture is then the last good one. */
  readonly problem: SubjectProblem | null;
  /** Manifests that were simulated here before, the newest first. */
  readonly earlier: readonly EarlierEdit[];
  /** The one of them that is compared with; null: what the extension says. */
  readonly since: EarlierEdit | null;
  /** A second edit in the middle of the rollout; null: there is none. */
  readonly again: EditAgain | null;
  /** What is assumed otherwise than the settings say. */
  readonly assumed: AssumedValues;
  /** The served world that is shown instead of a scenario of the panel's own; null: none is. */
  readonly live: LiveWorld | null;
  /** What the person did to the scenario, in order of time; in a served world, its log. */
  readonly faults: readonly ScenarioEvent[];
  /** The number of the newest run; its picture may still be on its way. */
  readonly run: number;
  readonly picture: Picture | null;
  /** The run that {@link picture} is of. */
  readonly pictured: number;
  /** Why there is no picture of the newest scenario. `ours`: not because of the scenario, but of a mistake of ours. */
  readonly refusal: { readonly message: string; readonly ours: boolean } | null;
  readonly whatIf: { readonly rows: readonly WhatIfText[]; readonly pending: boolean };
  /** Of many seeds; that of the run before stays until then. */
  readonly spread: { readonly run: number; readonly of: SpreadText } | null;
  /** The numbers of a stalled rollout with how long it would take without faults; those of the run before stay until then. */
  readonly tiles: { readonly run: number; readonly of: readonly Tile[] } | null;
  /** The strategy that is compared, and its picture as soon as there is one; that of the run before stays until then. `none`: nothing comes of it now. */
  readonly compared: { readonly strategy: string; readonly picture: Picture | null; readonly none: boolean } | null;
  /** The trace hash of the newest picture; empty until it is known. */
  readonly hash: string;
  /** Where the person put the playhead. Shown is at most the end of the picture: see {@link playhead}. */
  readonly wanted: Instant;
  readonly playing: boolean;
  /** null: not chosen; see {@link speedOf}. */
  readonly speed: Speed | null;
  readonly selected: string | null;
  readonly tab: Tab;
  readonly grouping: Grouping;
  readonly colouring: Colouring;
  /** Which revision each node runs, of the run with this number; null: nobody wanted to see it yet. */
  readonly revisions: { readonly run: number; readonly of: RevisionLanes } | null;
  readonly filter: string;
  readonly look: Look | null;
  /** What the texts in {@link look} were asked for. */
  readonly looked: LookAt | null;
  /** The question about texts that is on its way to the worker. */
  readonly looking: LookAt | null;
  /** What is to be exported as soon as there is a picture. */
  readonly exporting: ExportFormat | null;
  /** What has just been put on the clipboard, until the person does something else. */
  readonly copied: 'report' | 'text' | null;
  /** The manifest that the faults were made for: see {@link subjectKey}. */
  readonly owner: string;
}

/** One question about texts. */
export interface LookAt {
  readonly run: number;
  readonly at: Instant;
  readonly node: string | null;
  readonly table: Table | null;
}

export const initialState: PanelState = {
  subject: null,
  opened: null,
  opening: null,
  problem: null,
  earlier: [],
  since: null,
  again: null,
  assumed: {},
  live: null,
  faults: [],
  run: 0,
  picture: null,
  pictured: 0,
  refusal: null,
  whatIf: { rows: [], pending: false },
  spread: null,
  tiles: null,
  compared: null,
  hash: '',
  wanted: 0,
  playing: false,
  speed: null,
  selected: null,
  tab: 'daemonSets',
  grouping: 'zone',
  colouring: 'state',
  revisions: null,
  filter: '',
  look: null,
  looked: null,
  looking: null,
  exporting: null,
  copied: null,
  owner: '',
};

/** The state to begin with, but numbered on and looked at as before: runs of what was shown until now are superseded. */
export function afresh({ run, tab, grouping, colouring }: PanelState): PanelState {
  return { ...initialState, run, tab, grouping, colouring };
}

/** The four numbers of the picture. While those of a rollout without its faults are still worked out, the words of the run before stay with the same number. */
export function tilesOf({ picture, pictured, tiles, whatIf }: PanelState): readonly Tile[] {
  const own = picture?.tiles ?? [];
  if (tiles === null || tiles.run === pictured) return tiles?.of ?? own;
  return whatIf.pending
    ? own.map(tile => tiles.of.find(({ id, value }) => id === 'duration' && id === tile.id && value === tile.value) ?? tile)
    : own;
}

/** The instant that is shown. */
export function playhead(state: PanelState): Instant {
  return state.picture === null ? state.wanted : Math.min(state.wanted, endOf(state));
}

/** Whether time goes on: it is played, or the served world lives. */
export function isMoving({ playing, live }: Pick<PanelState, 'playing' | 'live'>): boolean {
  return live === null ? playing : live.ended === null && live.time.speed !== 0;
}

/** The right end of the time axis: of the longer one of two charts. Where pods of a served world crash on and on, it goes along with the time. */
export function endOf({ picture, compared, live }: Pick<PanelState, 'picture' | 'compared' | 'live'>): Instant {
  const later = live === null ? 0 : Math.min(live.time.now, picture?.changes.at(-1) ?? 0);
  return Math.max(picture?.end ?? 0, compared?.picture?.end ?? 0, later);
}

/** What is shown: as the extension says, but compared with an earlier edit, or under other assumptions. */
export function shownSubject({ subject, since, assumed }: Pick<PanelState, 'subject' | 'since' | 'assumed'>): Subject | null {
  if (subject === null) return null;
  const shown = withAssumed(subject, assumed);
  return since === null ? shown : { ...shown, baseline: baselineOf(since) };
}

/** What is followed by now, where the picture is still another one's: nothing of the picture may be done to it. null: the picture is of what is followed. */
export function followedInstead({ problem, owner }: PanelState): SubjectProblem['of'] | null {
  return problem === null || owner === '' || subjectKey(problem.of) === owner ? null : problem.of;
}

/** Tells one manifest from another, whatever its text. */
export function subjectKey(subject: { readonly uri: string; readonly index: number }): string {
  return `${subject.index} ${subject.uri}`;
}

/** The speed that was chosen, else one at which the timeline plays within some seconds, and not in a blink. */
export function speedOf(state: PanelState): Speed {
  const { speed } = state;
  const end = endOf(state);
  return speed ?? (end <= 20_000 ? 1 : end <= 300_000 ? 10 : end <= 3_600_000 ? 60 : 'max');
}
