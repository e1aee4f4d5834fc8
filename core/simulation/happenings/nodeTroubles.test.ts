import assert from 'node:assert/strict';
import { agent, apply, looks, picture, row, story, timelineOf } from '../../../test/kit/scenario.ts';
import { plainCluster } from '../clusters/generate.ts';
import { makeNode } from '../clusters/makeNode.ts';
import type { ScenarioEvent } from '../scenario.ts';
import { daemonSetsAt, nodesAt, podsAt } from '../timeline.ts';

const baseline = agent('app:1');
const limits = { until: 4 * 3_600_000, maxEvents: 100_000 };
const run = (...events: readonly ScenarioEvent[]) => timelineOf({ baseline, events, limits });
const plain = (node: string) => ({
  kind: 'Pod',
  metadata: { name: 'web', namespace: 'default' },
  spec: { nodeName: node, containers: [{ name: 'web', image: 'web:1' }] },
});

describe('troubles of a node', () => {
  it('drain evicts plain pods and leaves those of DaemonSets', () => {
    const cluster = { ...plainCluster(3), pods: [plain('node-1')] };
    const timeline = timelineOf({ baseline, cluster, events: [{ at: 0, do: 'drain', node: 'node-1' }] });
    assert.equal(nodesAt(timeline, 1)[0]?.unschedulable, true);
    assert.equal(
      podsAt(timeline, 120_000).some(pod => pod.name === 'web'),
      false,
    );
    assert.equal(row(timeline), '3/3/3/3/3');
  });

  it('disk pressure evicts, refuses, and makes the controller try again ever more seldom', () => {
    const timeline = run({ at: 0, do: 'pressure', node: 'node-1', resource: 'disk' });
    const lines = story(timeline, 'node-1');
    assert.deepEqual(lines.slice(0, 2), ['0 Failed Evicted', '0 gone']);
    const failures = lines.filter(line => line.endsWith('Failed Evicted')).map(line => Number(line.split(' ')[0]));
    const pauses = failures.slice(2).map((at, i) => Math.round((at - (failures[i + 1] ?? 0)) / 1000));
    assert.deepEqual(pauses.slice(0, 6), [1, 2, 4, 8, 16, 32], lines.join('\n'));
    assert.equal(
      podsAt(timeline, 10_000)
        .find(pod => pod.targetNode === 'node-1')
        ?.message.trim(),
      'The node had condition: [DiskPressure].',
    );
  });

  it('memory pressure evicts once, and admits the successor, which tolerates it', () => {
    const timeline = run({ at: 0, do: 'pressure', node: 'node-1', resource: 'memory' }, { at: 5_000, do: 'relieve', node: 'node-1' });
    assert.equal(row(timeline), '3/3/3/3/3');
    assert.equal(nodesAt(timeline, 300_000)[0]?.taints[0]?.key, 'node.kubernetes.io/memory-pressure');
    assert.deepEqual(nodesAt(timeline, 306_000)[0]?.taints, []);
  });

  it('system pods outlive every pressure', () => {
    const critical = agent('app:1', { pod: { priorityClassName: 'system-node-critical' } });
    const timeline = timelineOf({ baseline: critical, events: [{ at: 0, do: 'pressure', node: 'node-1', resource: 'disk' }], limits });
    assert.deepEqual(story(timeline, 'node-1'), []);
  });

  it('a shutdown ends pods as Failed and refuses those that tolerate everything, until the machine is off', () => {
    const tolerant = agent('app:1', { pod: { tolerations: [{ operator: 'Exists' }] } });
    const timeline = timelineOf({ baseline: tolerant, events: [{ at: 0, do: 'shutdown', node: 'node-1' }], limits });
    const lines = story(timeline, 'node-1');
    assert.equal(lines[0], '0 Failed Terminated');
    assert.ok(
      lines.some(line => line.endsWith('Failed NodeShutdown')),
      lines.join('\n'),
    );
    assert.equal(daemonSetsAt(timeline, limits.until)[0]?.status.numberReady, 2);
    const back = timelineOf({
      baseline: tolerant,
      events: [
        { at: 0, do: 'shutdown', node: 'node-1' },
        { at: 300_000, do: 'nodeUp', node: 'node-1' },
      ],
      limits,
    });
    assert.equal(row(back), '3/3/3/3/3');
    assert.deepEqual(nodesAt(back, limits.until)[0]?.taints, []);
  });

  it('a quota refuses the pods beyond it', () => {
    const timeline = run({ at: 0, do: 'quota', namespace: 'default', pods: 2 }, apply(0, agent('app:2')));
    assert.equal(daemonSetsAt(timeline, limits.until)[0]?.status.currentNumberScheduled, 2);
    const refused = timeline.events.find(event => event.reason === 'FailedCreate');
    assert.match(
      refused?.message ?? '',
      /^Error creating: pods "agent-.{5}" is forbidden: exceeded quota: pods, requested: pods=1, used: pods=2, limited: pods=2$/,
    );
    const lifted = run({ at: 0, do: 'quota', namespace: 'default', pods: 2 }, apply(0, agent('app:2')), {
      at: 60_000,
      do: 'quota',
      namespace: 'default',
      pods: null,
    });
    assert.equal(row(lifted), '3/3/3/3/3');
  });

  it('a virtual node never runs a pod of a DaemonSet', () => {
    const virtual = makeNode({ name: 'virtual', labels: { type: 'virtual-kubelet' } });
    const cluster = { ...plainCluster(2), nodes: [...plainCluster(2).nodes, virtual] };
    const first = timelineOf({ cluster, events: [apply(0, baseline)] });
    assert.deepEqual(podsAt(first, 600_000).map(looks).sort(), ['Pending ContainerCreating', 'Running ready', 'Running ready']);
    const settled = timelineOf({ cluster, baseline, events: [apply(0, agent('app:2'))] });
    assert.deepEqual(picture(settled).virtual, ['Pending ContainerCreating']);
  });
});
