import type { JsonObject } from '../../../core/base/json.ts';
import type { RevisionLanes } from '../../../core/forecast/revisionLanes.ts';
import type { DaemonSetName } from '../../../core/forecast/subject.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { Tile } from '../../../core/presentation/tiles.ts';
import type { WhatIfText } from '../../../core/presentation/whatIfText.ts';
import type { WorldStart } from '../../../core/protocol/live.ts';
import type { ScenarioSource } from '../../../core/protocol/scenarioSource.ts';
import type { Scenario, ScenarioEvent } from '../../../core/simulation/scenario.ts';
import type { Look } from './look.ts';
import type { OpenedFile } from './openScenario.ts';
import type { Picture } from './picture.ts';
import type { SpreadText } from './spreadText.ts';
import type { Table } from './table.ts';

/** What a report is made for. */
export type ReportUse = 'clipboard' | 'file';

/** Panel → worker. A newer run supersedes every older one; answers carry the number of the run they belong to. */
export type WorkerRequest =
  /** In which language texts are wanted from now on, as a BCP 47 tag. */
  | { readonly type: 'speak'; readonly language: string }
  /** `edited`: the manifest in the editor, which tells what is edited; null: the scenario's first one does. */
  | {
      readonly type: 'run';
      readonly run: number;
      readonly scenario: Scenario;
      readonly daemonSet: DaemonSetName;
      readonly edited: JsonObject | null;
    }
  /** News of a served world: it is played again from its log. `start`: how it began, where it is a new one; `first`: the place of the first of the events. */
  | {
      readonly type: 'live';
      readonly run: number;
      readonly world: number;
      readonly start: WorldStart | null;
      readonly first: number;
      readonly events: readonly ScenarioEvent[];
      readonly daemonSet: DaemonSetName;
      readonly now: Instant;
    }
  /** A scenario file is read for the panel. */
  | { readonly type: 'open'; readonly source: ScenarioSource }
  /** The forecast as Markdown, for a pull request; with the numbers and the rows of other strategies as they are shown. */
  | {
      readonly type: 'report';
      readonly run: number;
      readonly tiles: readonly Tile[];
      readonly whatIfs: readonly WhatIfText[];
      readonly use: ReportUse;
    }
  /** The same scenario and seed with the strategy of a row of the what-if table, as a picture of its own. */
  | { readonly type: 'compare'; readonly run: number; readonly strategy: string }
  /** Which revision each node runs over time. */
  | { readonly type: 'revisions'; readonly run: number }
  /** The scenario as the text of a file. */
  | { readonly type: 'scenarioFile'; readonly run: number }
  /** The texts of one instant of the run's timeline. */
  | { readonly type: 'look'; readonly run: number; readonly at: Instant; readonly node: string | null; readonly table: Table | null };

/** Worker → panel. */
export type WorkerAnswer =
  | { readonly type: 'picture'; readonly run: number; readonly picture: Picture }
  | { readonly type: 'look'; readonly run: number; readonly look: Look }
  /** The scenario file that was to be opened, by its version. */
  | { readonly type: 'opened'; readonly version: number; readonly file: OpenedFile }
  | { readonly type: 'whatIf'; readonly run: number; readonly rows: readonly WhatIfText[]; readonly pending: boolean }
  /** Of a strategy that is compared; null: it cannot be simulated. */
  | { readonly type: 'compared'; readonly run: number; readonly strategy: string; readonly picture: Picture | null }
  | { readonly type: 'revisions'; readonly run: number; readonly revisions: RevisionLanes }
  /** The trace hash: equal scenarios have equal ones, on every machine. */
  | { readonly type: 'hash'; readonly run: number; readonly hash: string }
  | { readonly type: 'spread'; readonly run: number; readonly spread: SpreadText }
  /** The four numbers anew: how long it would take without faults is known now. */
  | { readonly type: 'tiles'; readonly run: number; readonly tiles: readonly Tile[] }
  | { readonly type: 'report'; readonly run: number; readonly text: string; readonly use: ReportUse }
  | { readonly type: 'scenarioFile'; readonly run: number; readonly text: string }
  /** The scenario cannot be simulated: what is wrong with it, in words. */
  | { readonly type: 'refused'; readonly run: number; readonly message: string }
  /** A mistake of ours: an assertion failed. */
  | { readonly type: 'failure'; readonly run: number; readonly message: string };
