import type { Instant } from '../kubernetes/objects/meta.ts';
import type { ContainerStatus, Pod } from '../kubernetes/objects/pod.ts';
import type { Container, Probe } from '../kubernetes/objects/podTemplate.ts';
import { spokenDuration } from './duration.ts';
import type { Words } from './words/en.ts';
import { sayText } from './words/say.ts';

/** Which probe a running pod waits for, and when it is due next: `readiness probe every 5 s, next at 4 m 20 s`; empty: it waits for none. */
export function probeWait(pod: Pod, at: Instant, words: Words): string {
  for (const [index, status] of pod.containerStatuses.entries()) {
    const container = pod.spec.containers[index];
    const text = container === undefined || status.ready ? '' : containerWait(container, status, at, words);
    if (text !== '') return text;
  }
  return '';
}

function containerWait(container: Container, { state, started }: ContainerStatus, at: Instant, words: Words): string {
  if (state.kind !== 'running') return '';
  if (!started && container.startupProbe !== null) return probeText('pod.startupProbe', container.startupProbe, state.startedAt, at, words);
  return container.readinessProbe === null ? '' : probeText('pod.readinessProbe', container.readinessProbe, state.startedAt, at, words);
}

function probeText(key: 'pod.startupProbe' | 'pod.readinessProbe', probe: Probe, startedAt: Instant, at: Instant, words: Words): string {
  const period = spokenDuration(probe.periodSeconds * 1000, words);
  return sayText(key, { period, time: spokenDuration(nextTick(probe, startedAt, at), words) }, words);
}

/** The first tick after `at` that is not within the initial delay (kubelet prober/worker.go; ticks counted from the container's start). */
function nextTick(probe: Probe, startedAt: Instant, at: Instant): Instant {
  const period = Math.max(1, probe.periodSeconds) * 1000;
  const from = Math.max(at + 1, startedAt + probe.initialDelaySeconds * 1000);
  return startedAt + Math.ceil((from - startedAt) / period) * period;
}
