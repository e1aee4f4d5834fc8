import assert from 'node:assert/strict';
import { agent, apply, scenario } from '../../test/kit/scenario.ts';
import { plainCluster } from '../simulation/clusters/generate.ts';
import { simulate } from '../simulation/run.ts';
import type { ScenarioEvent } from '../simulation/scenario.ts';
import type { Timeline } from '../simulation/timeline.ts';
import { episodeStart, manifestAt } from './episode.ts';
import { type Forecast, forecast } from './forecast.ts';
import { nodeHistory } from './nodeHistory.ts';

const subject = { namespace: 'default', name: 'agent' };

function lived(...events: readonly ScenarioEvent[]): Timeline {
  const done = simulate(scenario({ cluster: plainCluster(5), baseline: agent('agent:1'), events }));
  assert.ok(done.ok);
  return done.timeline;
}

function startOf(timeline: Timeline, now = Number.MAX_SAFE_INTEGER): number {
  return episodeStart(timeline, nodeHistory(timeline, subject), subject, now);
}

function facts({ outcome, duration, worst, actions, nodes }: Forecast): unknown {
  return [outcome.kind, duration, worst.without, worst.before, actions, nodes.map(node => node.without)];
}

const minutes = (n: number): number => n * 60_000;
const down = (at: number, node: string): ScenarioEvent => ({ at, do: 'nodeDown', node });

describe('a forecast of a world that has lived for a while', () => {
  it('counts from the edit: as if the world had begun with it', () => {
    const fresh = lived(apply(0, agent('agent:2')));
    const old = lived(
      apply(minutes(10), agent('agent:0')),
      down(minutes(20), 'node-3'),
      { at: minutes(21), do: 'nodeUp', node: 'node-3' },
      apply(minutes(60), agent('agent:2')),
    );
    const origin = startOf(old);
    assert.equal(origin, minutes(60));
    const told = forecast({ ...old, origin }, subject);
    assert.deepEqual(facts(told), facts(forecast(fresh, subject)));
    assert.notDeepEqual(facts(forecast(old, subject)), facts(forecast(fresh, subject)), 'it would count the first edit too');
  });

  it('begins anew with a disturbance after the rollout is over, and not with one in the middle', () => {
    const kill = (at: number): ScenarioEvent => ({
      at,
      do: 'deletePod',
      pod: { namespace: 'default', daemonSet: 'agent', node: 'node-2' },
      force: false,
    });
    assert.equal(startOf(lived(apply(minutes(10), agent('agent:2')), kill(minutes(10) + 1_000))), minutes(10));
    const after = lived(apply(minutes(10), agent('agent:2')), kill(minutes(30)));
    assert.equal(startOf(after), minutes(30));
    assert.equal(startOf(after, minutes(20)), minutes(10), 'what is still to come is no beginning');
    const { actions, worst } = forecast({ ...after, origin: minutes(30) }, subject);
    assert.deepEqual([actions.replaced, worst.without], [1, 1]);
  });

  it('is not disturbed by what is done to others, or was refused', () => {
    const other = { ...agent('other:1'), metadata: { name: 'other', namespace: 'default' }, spec: { ...otherSpec } };
    const timeline = lived(apply(minutes(10), agent('agent:2')), apply(minutes(30), other), {
      at: minutes(40),
      do: 'cordon',
      node: 'none-such',
    });
    assert.equal(startOf(timeline), minutes(10));
    assert.equal(startOf(lived()), 0);
  });

  it('knows the manifest of each moment', () => {
    const patch = { spec: { minReadySeconds: 5 } };
    const timeline = lived(
      apply(minutes(10), agent('agent:2')),
      { at: minutes(20), do: 'patch', namespace: 'default', daemonSet: 'agent', patch },
      {
        ...{ at: minutes(30), do: 'deleteDaemonSet', namespace: 'default', daemonSet: 'agent', propagation: 'Background' },
      },
    );
    const text = (at: number): string => JSON.stringify(manifestAt(timeline, subject, at));
    assert.match(text(0), /agent:1/);
    assert.match(text(minutes(10)), /agent:2/);
    assert.match(text(minutes(20)), /agent:2/);
    assert.match(text(minutes(20)), /"minReadySeconds":5/);
    assert.equal(text(minutes(30)), 'null');
  });
});

const labels = { app: 'other' };
const otherSpec = {
  selector: { matchLabels: labels },
  template: { metadata: { labels }, spec: { containers: [{ name: 'other', image: 'other:1' }] } },
};
