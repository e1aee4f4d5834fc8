import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type JsonObject, type JsonValue, member } from '../base/json.ts';
import { formatPath } from './fieldError.ts';
import { judgeAllStages, judgeDaemonSet } from './judge.ts';

const version = '1.36';
const container = { name: 'agent', image: 'example.com/agent:1' };

function daemonSet(spec: JsonObject = {}, pod: JsonObject = {}, meta: JsonObject = {}): JsonObject {
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'agent', ...meta },
    spec: {
      selector: { matchLabels: { app: 'agent' } },
      template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [container], ...pod } },
      ...spec,
    },
  };
}

function told(manifest: JsonValue): readonly string[] {
  return judgeDaemonSet(manifest, { version }).errors.map(error => `${formatPath(error.path)}: ${error.message}`);
}

function shown(manifest: JsonValue): readonly string[] {
  return judgeAllStages(manifest, { version }).errors.map(error => formatPath(error.at ?? error.path));
}

describe('judge', () => {
  it('accepts a plain DaemonSet and returns it with defaults', () => {
    const verdict = judgeDaemonSet(daemonSet(), { version });
    assert.deepEqual(verdict.errors, []);
    assert.deepEqual(member(member(verdict.object, 'spec'), 'updateStrategy'), {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
    });
  });
  it('tells of maxSurge beside the default of maxUnavailable', () => {
    assert.deepEqual(told(daemonSet({ updateStrategy: { rollingUpdate: { maxSurge: 1 } } })), [
      'spec.updateStrategy.rollingUpdate.maxSurge: Invalid value: 1: may not be set when maxUnavailable is non-zero',
    ]);
  });
  it('stops at the stage that refuses', () => {
    const wrong = daemonSet({ replicas: 3 }, { hostNetwork: 'yes', dnsPolicy: 'No' });
    assert.equal(judgeDaemonSet(wrong, { version }).stage, 'decode');
    assert.equal(judgeDaemonSet(daemonSet({ replicas: 3 }, { dnsPolicy: 'No' }), { version }).stage, 'strict');
    assert.equal(judgeDaemonSet(daemonSet({}, { dnsPolicy: 'No' }), { version }).stage, 'validation');
    assert.deepEqual(shown(wrong), ['spec.template.spec.hostNetwork', 'spec.replicas', 'spec.template.spec.dnsPolicy']);
  });
  it('knows a field only in its versions', () => {
    const resources = daemonSet({}, { resources: { limits: { cpu: '1' } } });
    assert.equal(judgeDaemonSet(resources, { version: '1.31' }).stage, 'strict');
    assert.equal(judgeDaemonSet(resources, { version: '1.36' }).stage, null);
  });
  it('sees what an update changes: nothing by another spelling, a rollout by an empty object', () => {
    const old = daemonSet({}, { containers: [{ ...container, resources: { requests: { cpu: '500m' } } }] });
    const respelt = daemonSet({ revisionHistoryLimit: 10 }, { containers: [{ ...container, resources: { requests: { cpu: 0.5 } } }] });
    const same = judgeDaemonSet(respelt, { version, old });
    assert.deepEqual([same.generationBumped, same.templateBumped], [false, false]);
    const changed = judgeDaemonSet(daemonSet({}, { affinity: {} }), { version, old: daemonSet() });
    assert.deepEqual([changed.generationBumped, changed.templateBumped], [true, true]);
    const slower = judgeDaemonSet(daemonSet({ minReadySeconds: 5 }), { version, old: daemonSet() });
    assert.deepEqual([slower.generationBumped, slower.templateBumped], [true, false]);
  });
  it('counts on from the generation of what is replaced, and keeps what the server wrote there', () => {
    const meta = { uid: 'u-1', resourceVersion: '7', creationTimestamp: '2026-01-01T00:00:00Z', generation: 4 };
    const annotations = { 'deprecated.daemonset.template.generation': '3' };
    const old = daemonSet({}, {}, { ...meta, annotations });
    const { object } = judgeDaemonSet(daemonSet({}, { hostPID: true }), { version, old });
    assert.deepEqual(member(object, 'metadata'), {
      ...meta,
      name: 'agent',
      namespace: 'default',
      generation: 5,
      annotations: { 'deprecated.daemonset.template.generation': '4' },
    });
  });
  it('keeps the selector of an update', () => {
    const other = daemonSet({ selector: { matchLabels: { app: 'agent', tier: 'node' } } });
    assert.ok(judgeDaemonSet(other, { version, old: daemonSet() }).errors.some(error => error.message.endsWith('field is immutable')));
  });
  it('shows a mistyped key once', () => {
    const { selector: _, ...rest } = member(daemonSet(), 'spec') as JsonObject;
    assert.deepEqual(shown({ ...daemonSet(), spec: { ...rest, selecter: { matchLabels: { app: 'agent' } } } }), ['spec.selecter']);
    assert.deepEqual(shown(daemonSet({}, { containers: [{ image: 'example.com/agent:1', nme: 'agent' }] })), [
      'spec.template.spec.containers[0].nme',
    ]);
  });
  it('keeps the places of the text where an older server drops a volume', () => {
    const volumes = [
      { name: 'model', image: { reference: 'example.com/model:1' } },
      { name: 'data', hostPath: { path: '' } },
    ];
    const manifest = daemonSet({}, { volumes });
    const places = judgeAllStages(manifest, { version: '1.34' }).errors.map(error => formatPath(error.path));
    assert.deepEqual(places, ['spec.template.spec.volumes[1].hostPath.path']);
    assert.equal(
      formatPath(judgeDaemonSet(manifest, { version: '1.34' }).errors[0]?.path ?? []),
      'spec.template.spec.volumes[0].hostPath.path',
    );
  });
  it('still shows a second mistake beside an unknown field', () => {
    assert.deepEqual(shown(daemonSet({ replicas: 3 }, { containers: [{ name: 'agent' }] })), [
      'spec.replicas',
      'spec.template.spec.containers[0].image',
    ]);
  });
});

describe('judge on bad input', () => {
  it('answers to anything that is no object', () => {
    for (const manifest of [null, 1, 'DaemonSet', [], true]) assert.equal(judgeDaemonSet(manifest, { version }).stage, 'client');
    for (const manifest of [null, 1, 'DaemonSet', [], {}]) assert.ok(judgeAllStages(manifest, { version }).errors.length > 0);
  });
  it('takes keys of Object.prototype for what they are: unknown fields', () => {
    const odd = JSON.parse('{"__proto__": {"x": 1}, "constructor": 1, "toString": 2}') as JsonObject;
    const manifest = { ...daemonSet({ ...odd }, { ...odd, nodeSelector: odd as JsonObject }), ...odd };
    assert.ok(shown(manifest).includes('spec.constructor'));
    const labels = JSON.parse('{"__proto__": "x", "app": "agent"}') as JsonObject;
    assert.deepEqual(told(daemonSet({}, {}, { labels })), [
      "metadata.labels: Invalid value: \"__proto__\": name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')",
    ]);
  });
  it('bounds numbers', () => {
    assert.match(told(daemonSet({ minReadySeconds: 1e300 }))[0] ?? '', /cannot unmarshal number 1e\+300 into/);
    assert.match(told(daemonSet({ minReadySeconds: 2 ** 40 }))[0] ?? '', /number 1099511627776 into/);
    const huge = daemonSet({}, { containers: [{ ...container, resources: { limits: { memory: '1e999999999' } } }] });
    assert.deepEqual(told(huge), []);
  });
  it('does not recurse into what it does not know', () => {
    let deep: JsonValue = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const manifest = { ...daemonSet({ deep }, { containers: deep, affinity: { nodeAffinity: deep } }) };
    assert.ok(shown(manifest).includes('spec.deep'));
    assert.equal(judgeDaemonSet({ spec: deep }, { version }).stage, 'client');
  });
  it('never throws, and all errors of validation lie on the way through the manifest', () => {
    fc.assert(
      fc.property(anyManifest, manifest => {
        judgeDaemonSet(manifest, { version });
        judgeDaemonSet(manifest, { version: '1.29', old: daemonSet() });
        const { errors, warnings } = judgeAllStages(manifest, { version: '1.37' });
        for (const error of errors) assert.ok(error.message !== '' && formatPath(error.path) !== undefined);
        for (const warning of warnings) assert.ok(warning.message !== '');
      }),
      { seed: 20261124, numRuns: 300 },
    );
  });
});

const words = ['', 'a', 'A b', '../x', '/x', '5%', 'Always', 'Exists', '한글', '1Gi', '-1', '\u0000'];
const fields = [
  'spec',
  'template',
  'metadata',
  'labels',
  'selector',
  'matchLabels',
  'matchExpressions',
  'containers',
  'initContainers',
  'volumes',
  'name',
  'image',
  'env',
  'valueFrom',
  'ports',
  'resources',
  'limits',
  'securityContext',
  'affinity',
  'tolerations',
  'updateStrategy',
  'rollingUpdate',
  'maxSurge',
  'projected',
  'sources',
  'items',
  'hostPath',
  'lifecycle',
  'preStop',
  'livenessProbe',
  'httpGet',
  'port',
  'type',
  'operator',
  'key',
  'values',
  '__proto__',
];
const anyValue: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>(tie => ({
  value: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.constantFrom<JsonValue>(null, true, false, 0, 1, -1, 1.5, 70000, 2 ** 33, ...words),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...fields), tie('value'), { maxKeys: 5 }),
  ),
})).value;

/** A good DaemonSet with some part of it replaced by anything. */
const anyManifest: fc.Arbitrary<JsonValue> = fc.oneof(
  anyValue,
  fc
    .record({ spec: fc.dictionary(fc.constantFrom(...fields), anyValue), pod: fc.dictionary(fc.constantFrom(...fields), anyValue) })
    .map(({ spec, pod }) => daemonSet(spec, pod)),
);
