import type { JsonObject } from '../../base/json.ts';
import type { ObjectMeta } from './meta.ts';
import type { PodTemplate } from './podTemplate.ts';

/** A ControllerRevision (apps/v1) of a DaemonSet: one pod template of its past or present. */
export interface ControllerRevision extends ObjectMeta {
  readonly revision: number;
  /** The canonical text of `data`; two revisions are the same template when these are equal. */
  readonly data: string;
  /** The template it holds, or null when the data is not one of ours to read. */
  readonly template: PodTemplate | null;
  readonly json: JsonObject;
}
