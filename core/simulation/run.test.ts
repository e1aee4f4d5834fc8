import assert from 'node:assert/strict';
import { agent, apply, row, scenario, timelineOf } from '../../test/kit/scenario.ts';
import { defaultAssumptions } from './assumptions.ts';
import { builtInClusters } from './clusters/clusters.ts';
import { plainCluster } from './clusters/generate.ts';
import { createRecorder } from './recorder.ts';
import { advance, inject, type Run, restore, snapshot, start, toTheEnd } from './run.ts';
import type { Scenario, ScenarioEvent } from './scenario.ts';
import { type Timeline, traceHash } from './timeline.ts';

const edit = apply(0, agent('app:2'));
const rollout = scenario({ baseline: agent('app:1'), events: [edit] });

function started(of: Scenario): { run: Run; timeline: Timeline } {
  const recorder = createRecorder(of);
  const result = start(of, recorder);
  assert.ok(result.ok, JSON.stringify(result));
  return { run: result.run, timeline: recorder.timeline };
}

describe('a run', () => {
  it('is the same in slices of any size', () => {
    const whole = started(rollout);
    advance(whole.run, toTheEnd);
    for (const maxEvents of [1, 7, 50]) {
      const sliced = started(rollout);
      let slices = 1;
      while (advance(sliced.run, { until: Number.MAX_SAFE_INTEGER, maxEvents }).kind === 'running') slices++;
      assert.ok(slices > 1);
      assert.equal(traceHash(sliced.timeline), traceHash(whole.timeline));
    }
  });

  it('stops at an instant and goes on from there', () => {
    const { run, timeline } = started(rollout);
    assert.deepEqual(advance(run, { until: 5_000, maxEvents: 1_000_000 }), { kind: 'running' });
    assert.ok(timeline.instants.at(-1)! <= 5_000);
    assert.equal(advance(run, toTheEnd).kind, 'quiet');
    assert.equal(row(timeline), '3/3/3/3/3');
  });

  it('ends with a typed outcome at the limits of its scenario', () => {
    assert.deepEqual(timelineOf({ ...rollout, limits: { until: 4_000, maxEvents: 1_000 } }).outcome, { kind: 'timeLimit', at: 4_000 });
    const few = timelineOf({ ...rollout, limits: { until: 1e9, maxEvents: 10 } });
    assert.equal(few.outcome.kind, 'eventLimit');
    assert.ok(few.waiting.length > 0);
  });

  it('takes events while it runs, and is the same as if they had been there from the start', () => {
    const fault: ScenarioEvent = { at: 6_000, do: 'removeNode', node: 'node-2' };
    const { run, timeline } = started(rollout);
    advance(run, { until: 5_999, maxEvents: 1_000_000 });
    assert.deepEqual(inject(run, fault), { ok: true, at: 6_000 });
    advance(run, toTheEnd);
    assert.equal(traceHash(timeline), traceHash(timelineOf({ ...rollout, events: [edit, fault] })));
  });

  it('puts an event that is late at the next instant, also after everything was quiet', () => {
    const { run, timeline } = started(rollout);
    assert.equal(advance(run, toTheEnd).kind, 'quiet');
    const now = run.world.now;
    assert.deepEqual(inject(run, { at: 0, do: 'removeNode', node: 'node-2' }), { ok: true, at: now + 1 });
    assert.equal(advance(run, toTheEnd).kind, 'quiet');
    assert.equal(row(timeline), '2/2/2/2/2');
    assert.equal(inject(run, { at: Number.NaN, do: 'removeNode', node: 'node-2' }).ok, false);
  });

  it('comes back from its snapshot, which is plain JSON, and goes the same way', () => {
    const { run, timeline } = started(rollout);
    advance(run, { until: 4_000, maxEvents: 1_000_000 });
    inject(run, { at: 5_000, do: 'nodeDown', node: 'node-2' });
    advance(run, { until: 20_000, maxEvents: 1_000_000 });
    const kept = JSON.parse(JSON.stringify(snapshot(run)));
    const recorder = createRecorder(kept.scenario);
    const again = restore(kept, recorder);
    assert.ok(again.ok);
    assert.equal(again.run.world.now, run.world.now);
    advance(run, toTheEnd);
    advance(again.run, toTheEnd);
    assert.equal(traceHash(recorder.timeline), traceHash(timeline));
  });

  it('says what is wrong with a scenario, and where', () => {
    const bad = (parts: Partial<Scenario>): string[] => {
      const result = start(scenario(parts));
      return result.ok ? [] : result.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    };
    assert.deepEqual(bad({ seed: 1.5 }), ['seed: must be a whole number']);
    assert.deepEqual(bad({ assumptions: { ...defaultAssumptions, imagePull: -1 } }), [
      'assumptions.imagePull: must be a whole number, 0 or more',
    ]);
    assert.deepEqual(bad({ assumptions: { ...defaultAssumptions, jitter: 2 } }), ['assumptions.jitter: must be a number from 0 to 1']);
    assert.deepEqual(bad({ events: [apply(-5, agent('a:1'))] }), ['events.0.at: must be a whole number, 0 or more']);
    assert.deepEqual(bad({ cluster: { ...plainCluster(0), nodes: [{ metadata: { name: 'n' }, spec: { taints: 'x' } }] } }), [
      'cluster.nodes.0.spec.taints: must be a list',
    ]);
    assert.deepEqual(bad({ cluster: { ...plainCluster(0), nodes: [{ metadata: { name: 'n' } }, { metadata: { name: 'n' } }] } }), [
      'cluster.nodes.1.metadata.name: there is another node n',
    ]);
    assert.match(bad({ baseline: {} })[0]!, /^baseline/);
    assert.match(bad({ events: [apply(0, { ...agent('a:1'), spec: {} })] })[0]!, /^events\.0\.manifest\.spec/);
  });

  it('refuses what cannot be done, in words, and goes on', () => {
    const events: ScenarioEvent[] = [
      { at: 0, do: 'removeNode', node: 'nowhere' },
      { at: 0, do: 'deletePod', pod: { namespace: 'default', name: 'nobody' }, force: false },
      { at: 0, do: 'patch', namespace: 'default', daemonSet: 'none', patch: {} },
      { at: 0, do: 'patch', namespace: 'default', daemonSet: 'agent', patch: { spec: null } },
      { at: 0, do: 'addNode', node: { metadata: { name: 'node-1' } } },
      { at: 0, do: 'addNode', node: {} },
    ];
    const timeline = timelineOf({ baseline: agent('app:1'), events });
    assert.deepEqual(
      timeline.marks.map(mark => mark.refused?.slice(0, 38)),
      [
        'nodes "nowhere" not found',
        'pods "nobody" not found',
        'daemonsets.apps "none" not found',
        timeline.marks[3]?.refused?.slice(0, 38),
        'nodes "node-1" already exists',
        'is required',
      ],
    );
    assert.ok(timeline.marks[3]?.refused);
    assert.equal(row(timeline), '3/3/3/3/3');
  });

  for (const { name, make } of builtInClusters) {
    it(`starts settled on the built-in cluster ${name}`, () => {
      const { run, timeline } = started(scenario({ cluster: make() }));
      assert.equal(advance(run, toTheEnd).kind, 'quiet');
      assert.deepEqual(timeline.instants, [-1]);
      assert.deepEqual(timeline.waiting, []);
    });
  }
});
