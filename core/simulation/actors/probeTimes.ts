import type { Instant, Millis } from '../../kubernetes/objects/meta.ts';
import type { Container, Probe } from '../../kubernetes/objects/podTemplate.ts';

/** When a container that has just started would pass its probes, and when they would make the kubelet kill it. null: never. */
export interface ProbeTimes {
  /** The startup probe has passed (without one: at the start). */
  readonly started: Instant | null;
  readonly ready: Instant | null;
  readonly killed: Instant | null;
}

/**
 * Probe arithmetic (kubelet prober/worker.go), tick by tick in closed form.
 *
 * Assumptions: every probe fails before `healthyAt` and passes from then on (null: never passes). Ticks come each period, counted from the container's
 * start plus `phase`; Kubernetes counts from the moment the kubelet takes up the pod, so real ticks lie up to one period off.
 * Invariants: a probe waits for its initial delay; readiness and liveness wait for the startup probe, whose success triggers readiness at once; a result
 * counts after its threshold of equal ones in a row.
 */
export function probeTimes(
  container: Container,
  startedAt: Instant,
  healthyAt: Instant | null,
  phase: (probe: Probe) => Millis,
): ProbeTimes {
  const ticks = (probe: Probe, from: Instant): Instant =>
    nextTick(startedAt + phase(probe), probe, Math.max(from, startedAt + delay(probe)));
  const startup = container.startupProbe;
  const started = startup === null ? startedAt : healthyAt === null ? null : ticks(startup, healthyAt);
  const startupKill = startup === null ? null : afterFailures(startup, ticks(startup, startedAt));
  if (startupKill !== null && (started === null || started > startupKill)) return { started: null, ready: null, killed: startupKill };
  const from = started ?? startedAt;
  return {
    started,
    ready: readyAt(container, from, startup !== null, healthyAt, ticks),
    killed: liveness(container, from, healthyAt, ticks),
  };
}

type Ticks = (probe: Probe, from: Instant) => Instant;

function readyAt(container: Container, from: Instant, triggered: boolean, healthyAt: Instant | null, ticks: Ticks): Instant | null {
  const probe = container.readinessProbe;
  if (probe === null) return from;
  if (healthyAt === null) return null;
  const first = triggered && delay(probe) === 0 && healthyAt <= from ? from : ticks(probe, Math.max(from, healthyAt));
  return first + (probe.successThreshold - 1) * probe.periodSeconds * 1000;
}

function liveness(container: Container, from: Instant, healthyAt: Instant | null, ticks: Ticks): Instant | null {
  const probe = container.livenessProbe;
  if (probe === null) return null;
  const kill = afterFailures(probe, ticks(probe, from));
  return healthyAt === null || healthyAt > kill ? kill : null;
}

function afterFailures(probe: Probe, firstFailure: Instant): Instant {
  return firstFailure + (probe.failureThreshold - 1) * probe.periodSeconds * 1000;
}

function delay(probe: Probe): Millis {
  return probe.initialDelaySeconds * 1000;
}

/** The first tick at or after `from`. */
function nextTick(zero: Instant, probe: Probe, from: Instant): Instant {
  const period = probe.periodSeconds * 1000;
  return from <= zero ? zero : zero + Math.ceil((from - zero) / period) * period;
}
