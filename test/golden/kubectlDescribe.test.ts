import assert from 'node:assert/strict';
import type { JsonObject } from '../../core/base/json.ts';
import type { DaemonSet } from '../../core/kubernetes/objects/daemonSet.ts';
import type { Pod } from '../../core/kubernetes/objects/pod.ts';
import { describeDaemonSet } from '../../core/presentation/describeDaemonSet.ts';
import { type RecordedEvent, recordEvents } from '../../core/presentation/recordedEvents.ts';
import { revisionDetails, rolloutHistory } from '../../core/presentation/rolloutHistory.ts';
import { rolloutStatus } from '../../core/presentation/rolloutStatus.ts';
import { alignTabs } from '../../core/presentation/tabAlign.ts';
import { daemonSetFrom, podFrom, printed, type RecordedRows, recorded, timeFrom } from './recordings.ts';

describe('kubectl describe and rollout, against recordings', () => {
  it('aligns the pod template of a revision as describe does', () => {
    const revision = printed('rollout-history-revision').split('\n').slice(1, -2).join('\n');
    const block = printed('describe-daemonset')
      .replace(/^[\s\S]*?(?=Pod Template)/, '')
      .replace(/Events:[\s\S]*/, '');
    assert.equal(alignTabs(`${revision}\n`), block);
  });

  it('describes the DaemonSet of the tutorial byte for byte', () => {
    const text = printed('describe-daemonset');
    const daemonSet = tutorial();
    assert.equal(describeDaemonSet(daemonSet, twoPods(daemonSet), eventsOf(text), 0), text);
  });

  it('describes without events', () => {
    const text = describeDaemonSet(tutorial(), [], null, 0);
    assert.match(text, / {2}Node-Selectors: {2}<none>\n {2}Tolerations: {5}<none>\n$/);
    assert.match(describeDaemonSet(tutorial(), [], [], 0), / {2}Tolerations: {5}<none>\nEvents: {12}<none>\n$/);
  });

  for (const name of ['describe-daemonset-restarted', 'describe-daemonset-two-containers', 'describe-daemonset-without-events']) {
    it(`has the same lines and columns as ${name}`, () => {
      const text = printed(name);
      const daemonSet = daemonSetFrom(manifests[name]!, timeFrom('2026-11-23T12:00:00Z'));
      const ours = describeDaemonSet(daemonSet, [], text.includes('Events:') ? eventsOf(text) : null, 0);
      assert.equal(withoutCounts(ours), withoutCounts(text));
    });
  }

  it('prints history and the template of a revision', () => {
    const { template } = tutorial().spec;
    const revisions = [2, 1].map(revision => ({ ...tutorial(), revision, data: '', template, json: {}, annotations: {} }));
    assert.equal(revisionDetails('fluentd-elasticsearch', revisions, 2), printed('rollout-history-revision'));
    const many = [2, 3, 4, 5, 6].map(revision => ({ ...revisions[0]!, revision }));
    assert.equal(rolloutHistory('fluentd-elasticsearch', many), printed('rollout-history'));
    const causes = [5, 6, 7, 9, 11, 12].map(revision => ({
      ...revisions[0]!,
      revision,
      annotations: { 'kubernetes.io/change-cause': 'image 3' },
    }));
    assert.equal(rolloutHistory('log-agent', causes), printed('rollout-history-cause'));
    assert.equal(revisionDetails('x', revisions, 7), null);
  });

  it('says what rollout status says, line by line', () => {
    const steps = [
      { updatedNumberScheduled: 0, numberAvailable: 2 },
      { updatedNumberScheduled: 1, numberAvailable: 1 },
      { updatedNumberScheduled: 1, numberAvailable: 2 },
      { updatedNumberScheduled: 2, numberAvailable: 1 },
      { updatedNumberScheduled: 2, numberAvailable: 2 },
    ];
    const lines = steps.map(step => `${rolloutStatus(withStatus(step)).text}\n`);
    assert.equal(lines.join(''), printed('rollout-status'));
    assert.equal(rolloutStatus(withStatus(steps[4]!)).done, true);
    assert.match(rolloutStatus({ ...tutorial(), generation: 9 }).text, /to be observed/);
    const byHand: DaemonSet = { ...tutorial(), spec: { ...tutorial().spec, updateStrategy: { type: 'OnDelete' } } };
    assert.deepEqual(rolloutStatus(byHand), {
      done: true,
      error: true,
      text: 'rollout status is only available for RollingUpdate strategy type',
    });
  });

  it('merges and drops events as the recorder does', () => {
    const rows = recorded<RecordedRows>('events');
    const emitted = rows.cells.flatMap(cells => repeat(cells));
    const merged = recordEvents(emitted);
    assert.ok(merged.some(event => event.message.startsWith('(combined from similar events): Created pod: ')));
    assert.equal(merged.filter(event => event.event.reason === 'SuccessfulCreate').length, 10);
    const flood = recordEvents(Array.from({ length: 60 }, (_, i) => ({ ...emitted[0]!, at: i, reason: `R${i}`, message: `m${i}` })));
    assert.equal(flood.length, 25);
  });
});

function repeat(cells: readonly (string | number)[]): RecordedEvent['event'][] {
  const seen = Number(/\d+/.exec(String(cells[0]))?.[0]);
  const message = String(cells[6]).replace('(combined from similar events): ', '');
  return [
    {
      at: -seen * 1000,
      type: 'Normal',
      reason: String(cells[2]),
      message,
      source: 'daemonset-controller',
      regarding: { kind: 'DaemonSet', namespace: 'demo', name: 'log-agent' },
    },
  ];
}

/** The DaemonSet of the tutorial after its first edit. */
function tutorial(): DaemonSet {
  const json = structuredClone(recorded<JsonObject>('daemonset')) as Record<string, never>;
  const text = JSON.stringify(json)
    .replace('"value":"info"', '"value":"debug"')
    .replace('"deprecated.daemonset.template.generation":"1"', '"deprecated.daemonset.template.generation":"2"');
  return daemonSetFrom(JSON.parse(text) as JsonObject, timeFrom('2026-11-23T12:02:25Z'));
}

function withStatus(status: Partial<DaemonSet['status']>): DaemonSet {
  const daemonSet = tutorial();
  return { ...daemonSet, status: { ...daemonSet.status, ...status } };
}

function twoPods(daemonSet: DaemonSet): Pod[] {
  const pod = podFrom(recorded<RecordedRows>('pods').objects[0]!, timeFrom('2026-11-23T12:02:25Z'));
  const owner = { kind: 'DaemonSet', name: daemonSet.name, uid: daemonSet.uid };
  const ours: Pod = { ...pod, namespace: daemonSet.namespace, labels: { name: daemonSet.name }, owner };
  return [ours, ours, { ...ours, owner: null }];
}

/** The events of a recorded describe, read back from its table. */
function eventsOf(text: string): RecordedEvent[] {
  const lines = text.slice(text.indexOf('----')).split('\n').slice(1);
  const name = /^Name: +(\S+)/.exec(text)?.[1] ?? '';
  const namespace = /^Namespace: +(\S+)/m.exec(text)?.[1] ?? '';
  return lines.flatMap(line => {
    const cells = line.trim().split(/ {2,}/);
    if (cells.length < 5) return [];
    const [, last = '', count = '1', first = last] = /^(\w+)(?: \(x(\d+) over (\w+)\))?$/.exec(cells[2] ?? '') ?? [];
    const regarding = { kind: 'DaemonSet', namespace, name };
    const event = { at: 0, type: 'Normal' as const, reason: cells[1] ?? '', message: '', source: cells[3] ?? '', regarding };
    return [{ event, message: cells[4] ?? '', firstAt: -millis(first), lastAt: -millis(last), count: Number(count) }];
  });
}

function millis(text: string): number {
  return 1000 * (Number(/(\d+)s/.exec(text)?.[1] ?? 0) + 60 * Number(/(\d+)m/.exec(text)?.[1] ?? 0));
}

/** The recording's counts and generation come from a history that these tests do not replay. */
function withoutCounts(text: string): string {
  return text.replace(/^(Number|Desired|Current|Pods Status).*\n/gm, '').replace(/(template\.generation:) \d+/, '$1 n');
}

const agent = (name: string, image: string): JsonObject => ({
  name,
  image,
  ports: [{ name: 'metrics', containerPort: 9100, protocol: 'TCP' }],
});

const controlPlane = [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }];

function manifest(name: string, meta: JsonObject, podMeta: JsonObject, spec: JsonObject): JsonObject {
  const generation = { 'deprecated.daemonset.template.generation': '1' };
  const annotations = { ...generation, ...((meta.annotations as JsonObject | undefined) ?? {}) };
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name, namespace: 'demo', ...meta, annotations },
    spec: {
      selector: { matchLabels: { app: name } },
      template: { metadata: { labels: { app: name }, ...podMeta }, spec },
    },
  };
}

const manifests: Readonly<Record<string, JsonObject>> = {
  'describe-daemonset-restarted': manifest(
    'log-agent',
    { labels: { app: 'log-agent' }, annotations: { x: 'y', 'kubectl.kubernetes.io/last-applied-configuration': '{}\n' } },
    { annotations: { 'kubectl.kubernetes.io/restartedAt': '2026-11-23T12:17:03Z' } },
    { containers: [agent('agent', 'registry.example.com/agent:2.0')], tolerations: controlPlane },
  ),
  'describe-daemonset-two-containers': manifest(
    'node-probe',
    {},
    {},
    {
      containers: [
        { name: 'probe', image: 'registry.example.com/probe:3.1' },
        { name: 'side', image: 'registry.example.com/side:0.9' },
      ],
      nodeSelector: { 'kubernetes.io/os': 'linux' },
    },
  ),
  'describe-daemonset-without-events': manifest(
    'log-agent',
    { labels: { app: 'log-agent' } },
    {},
    {
      containers: [agent('agent', 'registry.example.com/agent:1.0')],
      tolerations: controlPlane,
    },
  ),
};
