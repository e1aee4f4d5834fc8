import assert from 'node:assert/strict';
import type { JsonValue } from '../../base/json.ts';
import { readDaemonSet } from './readDaemonSet.ts';
import { readNode } from './readNode.ts';
import { readPod } from './readPod.ts';
import type { Read } from './spot.ts';
import { parseTime } from './time.ts';

const daemonSet = (spec: object, container: object = {}): JsonValue =>
  JSON.parse(
    JSON.stringify({
      metadata: { name: 'a' },
      spec: {
        selector: { matchLabels: { app: 'a' } },
        template: { metadata: { labels: { app: 'a' } }, spec: { containers: [{ name: 'c', image: 'i:1', ...container }] } },
        ...spec,
      },
    }),
  );

function value<T>(read: Read<T>): T {
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

function problems(read: Read<unknown>): string[] {
  return read.ok ? [] : read.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

describe('reading objects', () => {
  it('fills in what a DaemonSet does not say', () => {
    const { namespace, spec } = value(readDaemonSet(daemonSet({})));
    assert.equal(namespace, 'default');
    assert.deepEqual(spec.updateStrategy, { type: 'RollingUpdate', maxUnavailable: 1, maxSurge: 0 });
    assert.equal(spec.revisionHistoryLimit, 10);
    assert.equal(spec.template.spec.terminationGracePeriodSeconds, 30);
    assert.deepEqual(
      value(readDaemonSet(daemonSet({ updateStrategy: { rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } } }))).spec.updateStrategy,
      {
        type: 'RollingUpdate',
        maxUnavailable: 0,
        maxSurge: '10%',
      },
    );
    assert.deepEqual(value(readDaemonSet(daemonSet({ updateStrategy: { type: 'OnDelete', rollingUpdate: null } }))).spec.updateStrategy, {
      type: 'OnDelete',
    });
  });

  it('reads containers: probes, pull policy, requests from limits, hooks', () => {
    const container = (parts: object) => value(readDaemonSet(daemonSet({}, parts))).spec.template.spec.containers[0]!;
    assert.deepEqual(container({ readinessProbe: { periodSeconds: 0, initialDelaySeconds: 3 } }).readinessProbe, {
      initialDelaySeconds: 3,
      periodSeconds: 10,
      timeoutSeconds: 1,
      successThreshold: 1,
      failureThreshold: 3,
    });
    assert.equal(container({ image: 'i:latest' }).imagePullPolicy, 'Always');
    assert.equal(container({ image: 'host:5000/i' }).imagePullPolicy, 'Always');
    assert.equal(container({ image: 'i@sha256:0' }).imagePullPolicy, 'IfNotPresent');
    const requests = container({
      resources: { limits: { cpu: '1500m', memory: '1Gi', 'nvidia.com/gpu': 2 }, requests: { cpu: '0.25' } },
    }).requests;
    assert.deepEqual(requests, { cpuMilli: 250, memoryBytes: 2 ** 30, extended: { 'nvidia.com/gpu': 2 } });
    assert.equal(container({ lifecycle: { preStop: { sleep: { seconds: 5 } } } }).preStopSleepSeconds, 5);
    assert.deepEqual(
      ['1.5e3', '1500000u', '0.0001', '2E'].map(memory => container({ resources: { requests: { memory } } }).requests.memoryBytes),
      [1500, 2, 1, Number.MAX_SAFE_INTEGER],
    );
  });

  it('reads a node, and takes an ordinary one where it says nothing', () => {
    const plain = value(readNode({ metadata: { name: 'n' } }));
    assert.deepEqual(plain.allocatable, { cpuMilli: 4000, memoryBytes: 16 * 2 ** 30, pods: 110, extended: {} });
    assert.deepEqual(
      plain.conditions.map(({ type, status }) => [type, status]),
      [['Ready', 'True']],
    );
    const zero = parseTime('2026-11-24T05:40:00Z');
    const dated = value(readNode({ metadata: { name: 'n', creationTimestamp: '2026-11-24T05:39:30Z' } }, { zero, assumed: -1 }));
    assert.equal(dated.createdAt, -30_000);
  });

  it('reads a pod: pin, readiness, owner', () => {
    const terms = [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: ['n1'] }] }];
    const pod = value(
      readPod({
        metadata: {
          name: 'p',
          ownerReferences: [
            { kind: 'X', name: 'x', uid: '0' },
            { kind: 'DaemonSet', name: 'a', uid: '1', controller: true },
          ],
        },
        spec: {
          containers: [{ name: 'c', image: 'i:1' }],
          affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: terms } } },
        },
        status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }] },
      }),
    );
    assert.equal(pod.targetNode, 'n1');
    assert.deepEqual(pod.owner, { kind: 'DaemonSet', name: 'a', uid: '1' });
    assert.equal(pod.ready?.ready, true);
  });

  it('names every mistake with its place, and never throws', () => {
    assert.deepEqual(problems(readDaemonSet(daemonSet({ minReadySeconds: '5', updateStrategy: { type: 'Fast' } }))), [
      'spec.updateStrategy.type: must be one of RollingUpdate, OnDelete',
      'spec.minReadySeconds: must be a whole number',
    ]);
    assert.deepEqual(problems(readDaemonSet(daemonSet({ selector: { matchLabels: { app: 'b' } } }))), [
      'spec.selector: does not match the labels of the pod template',
    ]);
    assert.deepEqual(problems(readNode({ metadata: { name: 'n', labels: { a: 1 } } })), ['metadata.labels.a: must be a string']);
    assert.match(
      problems(readNode({ metadata: { name: 'n' }, status: { allocatable: { cpu: 'much' } } }))[0]!,
      /^status.allocatable.cpu: quantities must/,
    );
    for (const json of [
      null,
      1,
      'x',
      [],
      {},
      { metadata: 5, spec: [] },
      { spec: { template: { spec: { containers: {} } } } },
    ] as JsonValue[]) {
      for (const read of [readNode, readDaemonSet, readPod]) assert.ok(problems(read(json)).length > 0);
    }
    const proto = JSON.parse('{"metadata":{"name":"n","labels":{"__proto__":"x","constructor":"y"}}}');
    assert.deepEqual(Object.keys(value(readNode(proto)).labels), ['__proto__', 'constructor']);
  });

  it('reads times without a clock, and refuses what is none', () => {
    assert.equal(parseTime('1970-01-01T00:00:00Z'), 0);
    assert.equal(parseTime('2026-11-24T05:40:00.25+02:00'), Date.UTC(2026, 10, 24, 3, 40, 0, 250));
    assert.equal(parseTime('2024-02-29T23:59:59Z'), Date.UTC(2024, 1, 29, 23, 59, 59));
    for (const text of ['2023-02-29T00:00:00Z', '2026-13-01T00:00:00Z', 'yesterday', '2026-11-24']) assert.equal(parseTime(text), null);
  });
});
