import type { Instant } from '../../../core/kubernetes/objects/meta.ts';
import type { Picture } from '../simulation/picture.ts';

/** What cells show. */
export interface Cells {
  readonly picture: Picture;
  readonly at: Instant;
  /** Which of the theme's tints a node has; null: the colour of its state. */
  readonly tint: (node: number) => number | null;
}
