import assert from 'node:assert/strict';
import type { Container, Probe } from '../../kubernetes/objects/podTemplate.ts';
import { readContainer } from '../../kubernetes/objects/readContainer.ts';
import { rootSpot } from '../../kubernetes/objects/spot.ts';
import { probeTimes } from './probeTimes.ts';

const container = (probes: object): Container => readContainer(rootSpot({ name: 'c', image: 'i:1', ...probes }), false);
const none = (): number => 0;

/** started, ready, killed for a container that starts at 1,000 and is healthy `after` ms later. */
function times(probes: object, after: number | null, phase: (probe: Probe) => number = none): (number | null)[] {
  const { started, ready, killed } = probeTimes(container(probes), 1_000, after === null ? null : 1_000 + after, phase);
  return [started, ready, killed];
}

describe('probe times', () => {
  for (const [name, probes, after, expected] of [
    ['no probe: ready at the start, healthy or not', {}, null, [1_000, 1_000, null]],
    ['readiness passes at the first tick', { readinessProbe: { periodSeconds: 5 } }, 0, [1_000, 1_000, null]],
    ['readiness waits for the next tick', { readinessProbe: { periodSeconds: 5 } }, 2_000, [1_000, 6_000, null]],
    ['the default period is 10 s', { readinessProbe: {} }, 1, [1_000, 11_000, null]],
    ['initial delay, rounded up to a tick', { readinessProbe: { initialDelaySeconds: 7, periodSeconds: 5 } }, 0, [1_000, 11_000, null]],
    ['success threshold', { readinessProbe: { periodSeconds: 5, successThreshold: 3 } }, 0, [1_000, 11_000, null]],
    ['never ready', { readinessProbe: {} }, null, [1_000, null, null]],
    ['startup alone makes ready', { startupProbe: { periodSeconds: 2 } }, 3_000, [5_000, 5_000, null]],
    ['startup triggers readiness at once', { startupProbe: { periodSeconds: 2 }, readinessProbe: {} }, 3_000, [5_000, 5_000, null]],
    ['startup fails for too long', { startupProbe: { periodSeconds: 2, failureThreshold: 3 } }, 4_001, [null, null, 5_000]],
    ['startup passes at the last moment', { startupProbe: { periodSeconds: 2, failureThreshold: 3 } }, 4_000, [5_000, 5_000, null]],
    ['liveness kills what is not healthy in time', { livenessProbe: { periodSeconds: 5 } }, null, [1_000, 1_000, 11_000]],
    ['liveness passes in time', { livenessProbe: { periodSeconds: 5 } }, 10_000, [1_000, 1_000, null]],
    [
      'liveness waits for startup',
      { startupProbe: { periodSeconds: 1, failureThreshold: 60 }, livenessProbe: {} },
      30_000,
      [31_000, 31_000, null],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(times(probes, after), expected));
  }

  it('ticks somewhere else in the period when told so', () => {
    assert.deepEqual(
      times({ readinessProbe: { periodSeconds: 5 } }, 0, () => 3_000),
      [1_000, 4_000, null],
    );
  });
});
