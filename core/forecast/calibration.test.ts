import assert from 'node:assert/strict';
import { agent, apply, scenario } from '../../test/kit/scenario.ts';
import { defaultAssumptions } from '../simulation/assumptions.ts';
import { plainCluster } from '../simulation/clusters/generate.ts';
import { forecastOf } from './lean.ts';

/**
 * Known rollouts, with their arithmetic. A node takes 27 s: 5 s until the application has stopped, 1 s teardown, 2 s sandbox, 8 s pull, 1 s start,
 * 10 s until its readiness probe (each second, from the start) passes.
 */
const node = 27_000;
const assumptions = {
  ...defaultAssumptions,
  ...{
    bind: 0,
    sandbox: 2_000,
    imagePull: 8_000,
    containerStart: 1_000,
    applicationReady: 10_000,
    applicationStop: 5_000,
    teardown: 1_000,
  },
};
const container = { readinessProbe: { httpGet: { path: '/', port: 80 }, periodSeconds: 1 } };

function duration(nodes: number, maxUnavailable: number | string): number {
  const manifest = (image: string) => agent(image, { container, spec: { updateStrategy: { rollingUpdate: { maxUnavailable } } } });
  const events = [apply(0, manifest('app:2'))];
  const forecast = forecastOf(scenario({ cluster: plainCluster(nodes), baseline: manifest('app:1'), events, assumptions }), {
    namespace: 'default',
    name: 'agent',
  });
  assert.equal(forecast?.outcome.kind, 'complete');
  return forecast.duration ?? Number.NaN;
}

function near(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) <= 0.05 * expected, `${actual} ms is not within 5 % of ${expected} ms`);
}

describe('calibration', () => {
  it('250 nodes one by one: 250 × 27 s = 1 h 52 m 30 s', () => near(duration(250, 1), 250 * node));

  it('250 nodes, 10 % = 25 at a time: 10 rounds × 27 s = 4 m 30 s', () => near(duration(250, '10%'), (250 / 25) * node));

  it('1,000 nodes at once: 2 requests a node at 20 a second, after a burst of 30', () =>
    near(duration(1_000, '100%'), ((2 * 1_000 - 30) / 20) * 1000 + node - 6_000));
});
