import assert from 'node:assert/strict';
import { agent, apply, picture, row, story, timelineOf } from '../../../test/kit/scenario.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { defaultAssumptions } from '../assumptions.ts';
import type { ScenarioEvent } from '../scenario.ts';
import { nodesAt } from '../timeline.ts';

const baseline = agent('app:1');
const taintsOf = (timeline: ReturnType<typeof timelineOf>, at: number): string[] =>
  nodesAt(timeline, at)
    .find(node => node.name === 'node-1')!
    .taints.map(taint => `${taint.key}:${taint.effect}`);

describe('the node controller', () => {
  for (const [version, grace] of [
    ['1.31', 40_000],
    ['1.32', 50_000],
  ] as readonly [KubernetesVersion, number][]) {
    it(`notices a silent node after ${grace / 1000} s in ${version}`, () => {
      const timeline = timelineOf({ kubernetesVersion: version, baseline, events: [{ at: 0, do: 'nodeDown', node: 'node-1' }] });
      assert.deepEqual(taintsOf(timeline, grace - 1), []);
      assert.deepEqual(taintsOf(timeline, grace), [
        'node.kubernetes.io/unreachable:NoSchedule',
        'node.kubernetes.io/unreachable:NoExecute',
      ]);
      assert.deepEqual(story(timeline, 'node-1'), [`${grace} Running not ready`]);
      assert.equal(row(timeline), '2/2/2/2/2');
    });
  }

  it('notices nothing when the node is back in time', () => {
    const events: ScenarioEvent[] = [
      { at: 0, do: 'nodeDown', node: 'node-1' },
      { at: 49_000, do: 'nodeUp', node: 'node-1' },
    ];
    const timeline = timelineOf({ baseline, events });
    assert.deepEqual(story(timeline, 'node-1'), []);
    assert.deepEqual(timeline.instants, [-1]);
  });

  it('takes its marks away when the node is back, and a deletion that hung goes on', () => {
    const events: ScenarioEvent[] = [
      { at: 0, do: 'nodeDown', node: 'node-1' },
      { at: 60_000, do: 'deletePod', pod: { namespace: 'default', daemonSet: 'agent', node: 'node-1' }, force: false },
      { at: 500_000, do: 'nodeUp', node: 'node-1' },
    ];
    const timeline = timelineOf({ baseline, events });
    assert.deepEqual(picture(timeline, 499_999)['node-1'], ['Terminating']);
    assert.deepEqual(taintsOf(timeline, 501_000), []);
    assert.equal(story(timeline, 'node-1')[2], '503000 gone');
    assert.equal(row(timeline), '3/3/3/3/3');
  });

  it('starts anew what a silence has interrupted', () => {
    const events: ScenarioEvent[] = [
      apply(0, agent('app:1')),
      { at: 3_000, do: 'nodeDown', node: 'node-1' },
      { at: 10_000, do: 'nodeUp', node: 'node-1' },
    ];
    assert.equal(story(timelineOf({ events }), 'node-1').at(-1), '15500 Running ready');
  });

  it('cordons, uncordons, taints and labels; only a NoExecute taint or a lost label moves a pod', () => {
    const events: ScenarioEvent[] = [
      { at: 0, do: 'cordon', node: 'node-1' },
      { at: 1_000, do: 'taint', node: 'node-1', taint: { key: 'a', value: 'b', effect: 'NoSchedule' } },
      { at: 2_000, do: 'untaint', node: 'node-1', key: 'a', effect: '' },
      { at: 3_000, do: 'uncordon', node: 'node-1' },
      { at: 20_000, do: 'taint', node: 'node-1', taint: { key: 'a', value: '', effect: 'NoExecute' } },
      { at: 40_000, do: 'untaint', node: 'node-1', key: 'a', effect: 'NoExecute' },
    ];
    const timeline = timelineOf({ baseline, events });
    assert.deepEqual(taintsOf(timeline, 1_000), ['node.kubernetes.io/unschedulable:NoSchedule', 'a:NoSchedule']);
    assert.deepEqual(story(timeline, 'node-1').slice(0, 3), ['20000 Terminating', '23000 gone', '40000 Pending unbound']);
    assert.equal(row(timeline), '3/3/3/3/3');
  });

  it('collects the pods of a node that is gone, unless it is back by then', () => {
    const gone: ScenarioEvent = { at: 0, do: 'removeNode', node: 'node-1' };
    const collected = timelineOf({ baseline, events: [gone] });
    assert.deepEqual(story(collected, 'node-1'), [`${defaultAssumptions.podGc} gone`]);
    const back = timelineOf({ baseline, events: [gone, { at: 10_000, do: 'addNode', node: { metadata: { name: 'node-1' } } }] });
    assert.deepEqual(story(back, 'node-1'), []);
    assert.equal(row(back), '3/3/3/3/3');
  });
});
