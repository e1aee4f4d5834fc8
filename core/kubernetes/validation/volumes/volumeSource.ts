import type { JsonObject } from '../../../base/json.ts';
import type { FieldPath } from '../../fieldError.ts';
import type { Review } from '../review.ts';

/** One kind of volume: its field, how the server's path names it, and its rules. `at` is where it stands in the manifest. */
export interface VolumeSource {
  readonly field: string;
  readonly shown?: string;
  readonly shownTwice?: string;
  readonly review: (review: Review, source: JsonObject, path: FieldPath, at: FieldPath, volume: JsonObject) => void;
  /** What the server looks at also when the volume has another source before. `path`: of the volume. */
  readonly reviewAlways?: (review: Review, source: JsonObject, path: FieldPath, volume: JsonObject) => void;
}
