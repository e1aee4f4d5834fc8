import type { Millis } from '../kubernetes/objects/meta.ts';

/** What decides how long a pod takes and whether it comes up at all. */
export type KubeletModel =
  /** Probes, grace period and hooks of the manifest, the assumptions for the rest, and what is said of single images. */
  | { readonly kind: 'manifest'; readonly images: Readonly<Record<string, ImageBehaviour>> }
  /** Every step takes a given time, whatever the manifest says: the world in which Kubernetes' own controller was recorded. */
  | { readonly kind: 'fixed'; readonly delays: FixedDelays; readonly images: Readonly<Record<string, FixedImage>> };

/** The model of a world in which every image can be pulled and every application comes up. */
export const manifestKubelet: KubeletModel = { kind: 'manifest', images: {} };

/** How the containers of one image behave, where that differs from what is assumed of all. */
export interface ImageBehaviour {
  /** The registry has no such image: ErrImagePull, then ImagePullBackOff. */
  readonly missing: boolean;
  /** How long its pull takes; null: as assumed. */
  readonly pull: Millis | null;
  /** The process ends with exit code 1 so long after its start, each time; null: it stays up. */
  readonly crashAfter: Millis | null;
  /** How often it ends so before it stays up; null: without end. Counts per pod; without meaning when `crashAfter` is null. */
  readonly crashes: number | null;
  /** Its probes never pass: the pod runs and is never Ready. */
  readonly neverReady: boolean;
}

/** An image about which nothing special is known. */
export const ordinaryImage: ImageBehaviour = { missing: false, pull: null, crashAfter: null, crashes: null, neverReady: false };

/** The delays of the fixed world. `start`, `ready` and `term` may be told per image. */
export interface FixedDelays {
  /** Created → bound; also retry after a change that could help. */
  readonly bind: Millis;
  /** Bound → Running; -1: never. */
  readonly start: Millis;
  /** Running → Ready; 0: in the same write; -1: never. */
  readonly ready: Millis;
  /** Deleted → gone. */
  readonly term: Millis;
  readonly nodeDownNotice: Millis;
  readonly nodeUpRecover: Millis;
  readonly podGC: Millis;
  /** DaemonSet gone → its pods and revisions are deleted. */
  readonly ownerGC: Millis;
  /** Bound → Failed, on a node that rejects pods. */
  readonly reject: Millis;
}

/** What differs for pods whose first container has a certain image; null: as for all. */
export interface FixedImage {
  readonly start: Millis | null;
  readonly ready: Millis | null;
  readonly term: Millis | null;
  /** Once Ready: Ready so long, then not Ready for `downFor`, again and again; null: stays Ready. */
  readonly upFor: Millis | null;
  readonly downFor: Millis | null;
  /** Turns Failed so long after binding; null: does not. */
  readonly reject: Millis | null;
}
