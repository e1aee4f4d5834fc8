import type { JsonObject } from '../../../core/base/json.ts';
import type { Lanes, Series } from '../../../core/forecast/lanes.ts';
import type { DaemonSetName } from '../../../core/forecast/subject.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { FieldChange } from '../../../core/presentation/editKind.ts';
import type { Sentence } from '../../../core/presentation/sentenceFacts.ts';
import type { Tile } from '../../../core/presentation/tiles.ts';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';

/** All that the panel keeps of one run. It is enough to paint every instant; texts of an instant come from the worker. */
export interface Picture {
  readonly daemonSet: DaemonSetName;
  /** The left end of the time axis: 0, but where a world has lived for a while before that what is shown. */
  readonly begin: Instant;
  /** The right end of the time axis. */
  readonly end: Instant;
  /** In the order of the lanes. */
  readonly nodes: readonly PictureNode[];
  readonly lanes: Lanes;
  readonly series: Series;
  /** Instants at which a node's state changes, ascending. */
  readonly changes: Float64Array;
  /** Instants at which the controller acted, ascending. */
  readonly syncs: Float64Array;
  readonly marks: readonly PictureMark[];
  /** The node to look at first: one that holds things up, else one that is targeted; null: there is none. */
  readonly focus: string | null;
  readonly edit: EditText;
  readonly sentence: Sentence;
  readonly tiles: readonly Tile[];
  /** Of a served world that was played again; null: it is a scenario of the panel's own. */
  readonly world: PictureOfWorld | null;
}

export interface PictureOfWorld {
  /** The DaemonSet as it stands after the last event so far; null: there is none of this name. */
  readonly manifest: JsonObject | null;
  /** From when on is known what happened; 0: from the beginning. Of a long session the first part is forgotten. */
  readonly since: Instant;
  /** So far it was played; null: to the end, nothing happens by itself after it. */
  readonly until: Instant | null;
  /** More has happened than can be played again: this is how it was at {@link PictureOfWorld.until}. */
  readonly tooLong: boolean;
}

export interface PictureNode {
  readonly name: string;
  /** Empty: the node has no such label. */
  readonly zone: string;
  readonly pool: string;
  /** Whether the DaemonSet wants it at any time. */
  readonly targeted: boolean;
}

/** Something of the scenario on the time axis. */
export interface PictureMark {
  readonly at: Instant;
  readonly event: ScenarioEvent;
  /** Why it could not be done, as kubectl would say it; null: it was done. */
  readonly refused: string | null;
}

/** What kind of edit it is, and which fields differ. */
export interface EditText {
  /** A codicon. */
  readonly icon: string;
  readonly kind: string;
  readonly fields: readonly FieldChange[];
  /** The strategy in a word: `maxUnavailable 1`. */
  readonly strategy: string;
}
