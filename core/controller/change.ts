import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';

/** One change of the world as an informer delivers it: added (before null), updated, or deleted (after null). */
export type Change =
  | { readonly kind: 'Node'; readonly before: Node | null; readonly after: Node | null }
  | { readonly kind: 'Pod'; readonly before: Pod | null; readonly after: Pod | null }
  | { readonly kind: 'DaemonSet'; readonly before: DaemonSet | null; readonly after: DaemonSet | null }
  | { readonly kind: 'ControllerRevision'; readonly before: ControllerRevision | null; readonly after: ControllerRevision | null };
