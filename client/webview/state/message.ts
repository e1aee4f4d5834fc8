import type { DaemonSetName } from '../../../core/forecast/subject.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { Mend } from '../../../core/presentation/mend.ts';
import type { ExportFormat, HostToPanel, PanelToHost, PictureFormat } from '../../../core/protocol/panel.ts';
import type { ScenarioAction } from '../../../core/simulation/scenario.ts';
import type { WorkerAnswer, WorkerRequest } from '../simulation/messages.ts';
import type { Assumed } from './assumedValues.ts';
import type { Colouring, Grouping, Speed, Tab } from './state.ts';

/** Everything that can happen to the panel: a word of the host or the worker, or something the person did. */
export type Message =
  | { readonly type: 'host'; readonly message: HostToPanel }
  | { readonly type: 'worker'; readonly answer: WorkerAnswer }
  | { readonly type: 'scrub'; readonly to: Instant }
  /** Moves the playhead by a share of the timeline, forward or back. */
  | { readonly type: 'nudge'; readonly share: number }
  /** To the next or previous instant at which a node's state changes, or the controller acts. */
  | { readonly type: 'step'; readonly direction: -1 | 1; readonly over: 'change' | 'sync' }
  | { readonly type: 'playing'; readonly playing: boolean }
  /** Milliseconds of the wall clock that passed while playing. */
  | { readonly type: 'tick'; readonly elapsed: number }
  | { readonly type: 'speed'; readonly speed: Speed }
  /** A node, or none. */
  | { readonly type: 'select'; readonly node: string | null }
  | { readonly type: 'tab'; readonly tab: Tab }
  | { readonly type: 'grouping'; readonly grouping: Grouping }
  | { readonly type: 'colouring'; readonly colouring: Colouring }
  | { readonly type: 'filter'; readonly filter: string }
  /** A second chart, of the strategy of a what-if row; null: no more. */
  | { readonly type: 'compare'; readonly strategy: string | null }
  /** Something happens to the cluster at the playhead. */
  | { readonly type: 'act'; readonly action: ScenarioAction }
  /** Takes a fault back: the one at this place of the list. */
  | { readonly type: 'undo'; readonly index: number }
  | { readonly type: 'clearFaults' }
  /** The manifest that is typed from now on is applied at the playhead, in the middle of the rollout of the present one. */
  | { readonly type: 'editAgain' }
  | { readonly type: 'endEditAgain' }
  | { readonly type: 'chooseBaseline' }
  /** Another value is assumed; null: the one that was given. */
  | { readonly type: 'assume'; readonly name: Assumed; readonly value: number | null }
  | { readonly type: 'assumeNothing' }
  /** In a served world: the playhead goes along with the time again. */
  | { readonly type: 'toPresent' }
  /** Of a served world, another DaemonSet is shown. */
  | { readonly type: 'pickDaemonSet'; readonly daemonSet: DaemonSetName }
  /** The manifest in the editor is applied in the served world. */
  | { readonly type: 'applyFile' }
  /** The panel goes back to the manifest in the editor. */
  | { readonly type: 'leaveWorld' }
  | { readonly type: 'mend'; readonly mend: Mend }
  /** Shows the field in the manifest. */
  | { readonly type: 'reveal'; readonly path: string }
  /** The scenario, with all that was done, becomes a file. */
  | { readonly type: 'saveScenario' }
  /** What is shown becomes a file. */
  | { readonly type: 'export'; readonly as: ExportFormat }
  /** The forecast goes to the clipboard as Markdown. */
  | { readonly type: 'copyReport' }
  /** A text goes to the clipboard. */
  | { readonly type: 'copy'; readonly text: string }
  | { readonly type: 'toHost'; readonly message: PanelToHost };

export type Dispatch = (message: Message) => void;

/** What a message makes the panel do outside of its own state. */
export type Effect =
  | { readonly to: 'host'; readonly message: PanelToHost }
  | { readonly to: 'worker'; readonly request: WorkerRequest }
  /** The page paints itself into a file. */
  | { readonly to: 'painter'; readonly format: PictureFormat };
