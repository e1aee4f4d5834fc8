import assert from 'node:assert/strict';
import type { JsonObject } from '../../base/json.ts';
import { readPodSpec } from '../../kubernetes/objects/readPodSpec.ts';
import { rootSpot } from '../../kubernetes/objects/spot.ts';
import { stopTime } from './stopTimes.ts';

function stop(grace: number, preStop: JsonObject | null, application: number, sidecar = false): number {
  const lifecycle = preStop === null ? {} : { lifecycle: { preStop } };
  const main = { name: 'c', image: 'i:1', ...lifecycle };
  const initContainers = sidecar ? [{ name: 's', image: 's:1', restartPolicy: 'Always' }] : [];
  return stopTime(readPodSpec(rootSpot({ terminationGracePeriodSeconds: grace, containers: [main], initContainers })), application);
}

describe('stop times', () => {
  it('are those of the application, capped by the grace period', () => {
    assert.equal(stop(30, null, 2_000), 2_000);
    assert.equal(stop(30, null, 90_000), 30_000);
    assert.equal(stop(0, null, 2_000), 0);
  });
  it('begin with the preStop hook, inside the grace period', () => {
    assert.equal(stop(30, { sleep: { seconds: 10 } }, 2_000), 12_000);
    assert.equal(stop(30, { sleep: { seconds: 29 } }, 5_000), 30_000);
    assert.equal(stop(30, { sleep: { seconds: 40 } }, 5_000), 32_000);
    assert.equal(stop(30, { exec: { command: ['x'] } }, 2_000), 2_000);
  });
  it('end sidecars after the main containers, in what is left', () => {
    assert.equal(stop(30, null, 2_000, true), 4_000);
    assert.equal(stop(30, null, 29_000, true), 31_000);
  });
});
