import type { Instant, Millis } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';

/** Whether the pod's condition Ready is True. Phase and deletion play no part (podutil.IsPodReady). */
export function isReady(pod: Pod): boolean {
  return pod.ready?.ready === true;
}

/**
 * The instant from which a Ready pod is available, or null when it is not Ready (podutil.IsPodAvailable).
 * `atBoundary`: already when it has been Ready for exactly minReadySeconds (from 1.34), else only after that.
 */
export function availableFrom(pod: Pod, minReady: Millis, atBoundary: boolean): Instant | null {
  if (pod.ready === null || !pod.ready.ready) return null;
  if (minReady === 0) return Number.NEGATIVE_INFINITY;
  return pod.ready.since + minReady + (atBoundary ? 0 : 1);
}

/** Whether the pod counts as available at `now`. */
export function isAvailable(pod: Pod, minReady: Millis, atBoundary: boolean, now: Instant): boolean {
  if (pod.ready === null || !pod.ready.ready) return false;
  if (minReady === 0) return true;
  const due = pod.ready.since + minReady;
  return atBoundary ? due <= now : due < now;
}
