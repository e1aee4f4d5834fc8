import type { Instant } from '../../kubernetes/objects/meta.ts';

/** Who has written which status field of a DaemonSet, and when last. */
export interface StatusOwner {
  readonly fields: ReadonlySet<string>;
  readonly at: Instant;
}
