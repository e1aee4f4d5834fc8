import type { Millis } from '../../kubernetes/objects/meta.ts';
import type { Container, PodSpec } from '../../kubernetes/objects/podTemplate.ts';

/**
 * How long the processes of a pod take to end (kubelet killContainer, killPod).
 *
 * Assumptions: the application ends `stop` ms after SIGTERM by itself; a preStop hook whose length nobody can know takes no time.
 * Invariants: preStop runs inside the grace period; what is left of it is the application's; a hook that used it all leaves 2 s; sidecars end after the main
 * containers, in what is left.
 */
export function stopTime(spec: PodSpec, stop: Millis): Millis {
  const grace = Math.max(spec.terminationGracePeriodSeconds, 0) * 1000;
  let total = 0;
  for (const container of spec.containers) total = Math.max(total, containerStopTime(container, grace, stop));
  for (const container of spec.initContainers)
    if (container.sidecar) total += containerStopTime(container, Math.max(grace - total, 2000), stop);
  return total;
}

function containerStopTime(container: Container, grace: Millis, stop: Millis): Millis {
  const hook = (container.preStopSleepSeconds ?? 0) * 1000;
  return hook >= grace ? grace + Math.min(stop, hook > 0 ? 2000 : 0) : hook + Math.min(stop, grace - hook);
}
