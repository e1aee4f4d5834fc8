import type { JsonObject } from '../../../core/base/json.ts';
import type { Instant } from '../../../core/kubernetes/objects/meta.ts';

/** A second edit in the middle of the rollout of a first one: what the editor holds from then on is applied at that instant. */
export interface EditAgain {
  readonly at: Instant;
  /** The manifest that is applied at 0 s. */
  readonly first: JsonObject;
}
