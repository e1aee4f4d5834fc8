import assert from 'node:assert/strict';
import { agent, apply, picture, row, timelineOf } from '../../../test/kit/scenario.ts';
import { plainCluster } from '../clusters/generate.ts';
import { makeNode } from '../clusters/makeNode.ts';
import type { ScenarioEvent } from '../scenario.ts';
import type { Timeline } from '../timeline.ts';

const refusals = (timeline: Timeline): string[] =>
  timeline.events
    .filter(event => event.reason === 'FailedScheduling')
    .map(event => /available: (.*?)\. /.exec(event.message)?.[1] ?? event.message);
const small = { ...plainCluster(0), nodes: [makeNode({ name: 'small', cpu: '500m', memory: '1Gi', pods: 2 })] };
const resources = (requests: Record<string, string>) => ({
  container: { resources: { requests, limits: Object.fromEntries(Object.entries(requests).filter(([name]) => name.includes('/'))) } },
});

describe('the scheduler', () => {
  for (const [name, requests, expected] of [
    ['cpu', { cpu: '600m' }, '1 Insufficient cpu'],
    ['memory', { memory: '2Gi' }, '1 Insufficient memory'],
    ['an extended resource', { 'nvidia.com/gpu': '1' }, '1 Insufficient nvidia.com/gpu'],
    ['two at once', { cpu: '2', memory: '2Gi' }, '1 Insufficient cpu, 1 Insufficient memory'],
  ] as const) {
    it(`refuses a pod that asks for too much: ${name}`, () => {
      const timeline = timelineOf({ cluster: small, events: [apply(0, agent('app:1', resources(requests)))] });
      assert.deepEqual(refusals(timeline), [expected]);
      assert.equal(row(timeline), '1/1/0/1/0');
      assert.deepEqual(picture(timeline), { small: ['Pending unbound'] });
    });
  }

  it('says it in the words of the real one', () => {
    const cluster = plainCluster(5);
    const failure = (cpu: string, version: '1.35' | '1.36') =>
      timelineOf({ cluster, kubernetesVersion: version, events: [apply(0, agent('app:1', resources({ cpu })))] }).events.find(
        event => event.reason === 'FailedScheduling',
      )?.message;
    const elsewhere = "0/5 nodes are available: 1 Insufficient cpu, 4 node(s) didn't satisfy plugin(s) [NodeAffinity].";
    const useless = 'preemption: 0/5 nodes are available: 5 Preemption is not helpful for scheduling.';
    assert.equal(failure('900', '1.36'), `${elsewhere} no new claims to deallocate, ${useless}`);
    assert.equal(failure('900', '1.35'), `${elsewhere} ${useless}`);
  });

  it('counts the pods that are there, also those of nobody', () => {
    const pod = (name: string, cpu: string) => ({
      metadata: { name },
      spec: { nodeName: 'small', containers: [{ name: 'c', image: 'i:1', resources: { requests: { cpu } } }] },
      status: { phase: 'Running' },
    });
    const full = timelineOf({ cluster: { ...small, pods: [pod('a', '1m'), pod('b', '1m')] }, events: [apply(0, agent('app:1'))] });
    assert.deepEqual(refusals(full), ['1 Too many pods']);
    const busy = timelineOf({
      cluster: { ...small, pods: [pod('a', '450m')] },
      events: [apply(0, agent('app:1', resources({ cpu: '100m' })))],
    });
    assert.deepEqual(refusals(busy), ['1 Insufficient cpu']);
    const freed: ScenarioEvent = { at: 60_000, do: 'deletePod', pod: { namespace: 'default', name: 'a' }, force: true };
    const later = timelineOf({
      cluster: { ...small, pods: [pod('a', '450m')] },
      events: [apply(0, agent('app:1', resources({ cpu: '100m' }))), freed],
    });
    assert.equal(row(later), '1/1/1/1/1');
  });

  it('keeps a surging pod waiting for its host port, with and without hostNetwork', () => {
    for (const parts of [
      { container: { ports: [{ containerPort: 80, hostPort: 80 }] } },
      { pod: { hostNetwork: true }, container: { ports: [{ containerPort: 80 }] } },
    ]) {
      const spec = { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } };
      const timeline = timelineOf({ baseline: agent('app:1', { ...parts, spec }), events: [apply(0, agent('app:2', { ...parts, spec }))] });
      assert.match(refusals(timeline)[0]!, /^1 node\(s\) didn't have free ports .*, 2 node\(s\) didn't satisfy/);
      assert.equal(row(timeline), '3/3/3/0/3');
      assert.equal(timeline.outcome.kind, 'quiet');
      assert.deepEqual(
        timeline.waiting.map(waiting => waiting.nodes.length),
        [3],
      );
    }
  });

  it('preempts pods of lower priority, as few as needed, and only for a pod that has priority', () => {
    const pod = (name: string, cpu: string, priority = 0) => ({
      metadata: { name },
      spec: { nodeName: 'small', priority, containers: [{ name: 'c', image: 'i:1', resources: { requests: { cpu } } }] },
      status: { phase: 'Running' },
    });
    const cluster = {
      ...small,
      nodes: [makeNode({ name: 'small', cpu: '500m' })],
      pods: [pod('a', '200m'), pod('b', '250m'), pod('c', '50m', 5)],
    };
    const parts = resources({ cpu: '200m' });
    const waiting = timelineOf({ cluster, events: [apply(0, agent('app:1', parts))] });
    assert.equal(row(waiting), '1/1/0/1/0');
    const critical = timelineOf({
      cluster,
      events: [apply(0, agent('app:1', { ...parts, pod: { priorityClassName: 'system-node-critical' } }))],
    });
    assert.equal(row(critical), '1/1/1/1/1');
    assert.deepEqual(
      critical.events.filter(event => event.reason === 'Preempted').map(event => event.regarding.name),
      ['a'],
    );
  });
});
