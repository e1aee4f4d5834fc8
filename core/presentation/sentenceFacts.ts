import type { Forecast } from '../forecast/forecast.ts';
import type { NodeHistory } from '../forecast/nodeHistory.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Timeline } from '../simulation/timeline.ts';
import type { Edit } from './editKind.ts';
import type { Remedy } from './mend.ts';
import type { Words } from './words/en.ts';
import type { TextPart } from './words/say.ts';

export type Tone = 'ok' | 'warning' | 'plain' | 'error';

/** The one sentence: what will happen, why, and what mends it. The same text in panel, hover, command line and report. */
export interface Sentence {
  readonly tone: Tone;
  /** Shown in bold; a full sentence of its own. */
  readonly lead: string;
  /** What follows; empty: nothing more to say. */
  readonly parts: readonly TextPart[];
  readonly remedies: readonly Remedy[];
}

/** What a sentence is made of. */
export interface SentenceInput {
  readonly timeline: Timeline;
  readonly history: NodeHistory;
  readonly forecast: Forecast;
  readonly edit: Edit;
}

/** The input with the DaemonSet and the nodes as they are at the end. */
export interface SentenceFacts extends SentenceInput {
  readonly daemonSet: DaemonSet;
  readonly nodes: readonly Node[];
  readonly words: Words;
}
