import type { JsonObject, JsonValue } from '../base/json.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import type { Assumptions } from '../simulation/assumptions.ts';
import type { Cluster, ScenarioEvent } from '../simulation/scenario.ts';
import type { LiveUpdate } from './live.ts';
import type { Range } from './lsp.ts';
import type { ScenarioSource } from './scenarioSource.ts';
import type { WorldSpeed } from './serve.ts';

/** Every message between extension host and panel, typed once. The host sends what a scenario is made of, never frames: the panel simulates by itself. */
export type HostToPanel =
  | { readonly type: 'subject'; readonly subject: Subject }
  /** The manifest cannot be simulated now: the panel keeps its last picture and says why. */
  | { readonly type: 'problem'; readonly problem: SubjectProblem }
  | { readonly type: 'fault'; readonly action: 'undo' }
  /** A scenario file takes the place of a manifest with its surroundings. */
  | { readonly type: 'scenario'; readonly source: ScenarioSource }
  /** The panel shows a served world from now on, or learns what has happened there. */
  | { readonly type: 'live'; readonly live: LiveUpdate }
  /** What to compare with: an earlier edit of this panel, by its number; null: the baseline of the subject. */
  | { readonly type: 'baseline'; readonly earlier: number | null }
  /** Asks for what the panel shows, as a file: it answers as soon as there is a picture. */
  | { readonly type: 'export'; readonly as: ExportFormat };

/** Stands for the place of a DaemonSet in its file where a scenario file itself is looked at. */
export const scenarioIndex = -1;
/** Stands for it where a panel shows a served world alone, and follows no file. */
export const worldIndex = -2;

export type PictureFormat = 'png' | 'svg';
export const exportFormats = ['report', 'png', 'svg'] as const satisfies readonly (PictureFormat | 'report')[];
export type ExportFormat = (typeof exportFormats)[number];

/** What the panel shows: one edit of one DaemonSet on one cluster. */
export interface Subject {
  readonly name: string;
  readonly namespace: string;
  readonly uri: string;
  readonly index: number;
  readonly version: number;
  readonly manifest: JsonObject;
  readonly places: Readonly<Record<string, Range>>;
  readonly baseline: Baseline;
  readonly cluster: Cluster;
  readonly kubernetesVersion: KubernetesVersion;
  readonly assumptions: Assumptions;
  readonly seed: number;
}

export interface Baseline {
  /** `earlier`: a manifest that the panel simulated before; no host sends it. */
  readonly kind: 'git' | 'saved' | 'file' | 'scenario' | 'earlier' | 'none';
  /** What the header shows: `Git HEAD`, `saved file`, `nothing yet`. */
  readonly label: string;
  /** Why it is not the one the settings ask for (`no Git repository`), else empty. */
  readonly note: string;
  readonly manifest: JsonObject | null;
}

export interface SubjectProblem {
  /** What is followed now, and what a person calls it; the last picture may be another one's. */
  readonly of: { readonly uri: string; readonly index: number; readonly label: string };
  readonly kind: 'invalid' | 'gone' | 'cluster';
  readonly message: string;
  /** Line in the document, from 0; null: none to show. */
  readonly line: number | null;
}

export type PanelToHost =
  | { readonly type: 'ready' }
  | { readonly type: 'reveal'; readonly range: Range }
  | {
      readonly type: 'command';
      readonly command: 'chooseCluster' | 'chooseKubernetesVersion' | 'openScenario' | 'openKubectlTerminal';
    }
  /** Ask what to compare with. The panel's earlier edits, the newest first, may be chosen too: the answer is a message of type `baseline`. */
  | { readonly type: 'chooseBaseline'; readonly earlier: readonly EarlierChoice[]; readonly since: number | null }
  | { readonly type: 'copy'; readonly text: string }
  /** Give a field of the manifest a value, as one undo step. Nothing happens when the document is no longer at `version`. */
  | { readonly type: 'setField'; readonly path: string; readonly json: JsonValue; readonly version: number }
  /** Offer to save the scenario, as the text of its file. */
  | { readonly type: 'saveScenario'; readonly text: string }
  /** Offer to save a picture of the panel. */
  | { readonly type: 'savePicture'; readonly format: PictureFormat; readonly bytes: Uint8Array }
  /** Offer to save the forecast, as Markdown. */
  | { readonly type: 'saveReport'; readonly text: string }
  /** What the panel wants back after a reload of the window. */
  | { readonly type: 'state'; readonly events: readonly ScenarioEvent[] }
  /** Let these happen in the served world, now. They are checked where that world is. */
  | { readonly type: 'act'; readonly actions: readonly JsonValue[] }
  | { readonly type: 'worldSpeed'; readonly speed: WorldSpeed }
  /** The panel leaves the served world. */
  | { readonly type: 'detach' }
  | { readonly type: 'failure'; readonly message: string };

/** A manifest that a panel simulated before, as it is offered for comparison. */
export interface EarlierChoice {
  readonly number: number;
  readonly label: string;
}

/** What the panel keeps with `setState` for the next window, as far as the host reads it then: which DaemonSet to go on with. The rest is the panel's own. */
export interface KeptTarget {
  readonly uri: string;
  readonly index: number;
}
