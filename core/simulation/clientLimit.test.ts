import assert from 'node:assert/strict';
import { agent, apply, row, timelineOf } from '../../test/kit/scenario.ts';
import { defaultAssumptions } from './assumptions.ts';
import { admitRequest, createLimit } from './clientLimit.ts';
import { plainCluster } from './clusters/generate.ts';

describe('the client limit', () => {
  it('lets a burst go at once, then keeps its pace', () => {
    const limit = createLimit({ ...defaultAssumptions, clientQps: 20, clientBurst: 3 });
    assert.deepEqual(
      [0, 0, 0, 0, 0].map(now => admitRequest(limit, now)),
      [0, 0, 0, 50, 100],
    );
    assert.deepEqual(
      [10_000, 10_000, 10_000, 10_000].map(now => admitRequest(limit, now)),
      [10_000, 10_000, 10_000, 10_050],
    );
  });

  it('is none at 0 requests a second', () => {
    const limit = createLimit({ ...defaultAssumptions, clientQps: 0 });
    assert.ok(Array.from({ length: 1000 }, () => admitRequest(limit, 5)).every(at => at === 5));
  });

  it('makes 1,000 creates take some 50 s, as on a real control plane', () => {
    const timeline = timelineOf({ cluster: plainCluster(1000), events: [apply(0, agent('app:1'))] });
    const created = timeline.pods.filter(version => version.before === null).map(version => version.at);
    assert.equal(created.length, 1000);
    assert.ok(Math.abs(Math.max(...created) - 50_000) < 2_500, String(Math.max(...created)));
    assert.equal(row(timeline), '1000/1000/1000/1000/1000');
  });
});
