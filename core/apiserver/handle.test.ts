import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Asked, askOf, newServer } from '../../test/kit/apiServer.ts';
import type { JsonObject } from '../base/json.ts';
import { brokenInvariants } from '../simulation/world/invariants.ts';
import { handle } from './handle.ts';
import { watchLines } from './reading/watch.ts';
import type { ApiRequest } from './request.ts';
import { advanceTo } from './server.ts';
import type { ApiServer } from './state.ts';

const clock = { now: 1000, wall: 1_800_000_000_000 };

function ask(server: ApiServer, method: string, url: string, rest: Partial<ApiRequest> = {}): Asked {
  return askOf(server)(method, url, rest);
}

const agent: JsonObject = {
  ...{ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'default' } },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [{ name: 'agent', image: 'agent:1' }] } },
  },
};
const daemonSets = '/apis/apps/v1/namespaces/default/daemonsets';

describe('the API server', () => {
  it('creates a DaemonSet, whose pods come by themselves', () => {
    const server = newServer();
    const created = ask(server, 'POST', daemonSets, { body: JSON.stringify(agent) });
    assert.equal(created.status, 201, created.body);
    advanceTo(server, 60_000);
    const stored = JSON.parse(ask(server, 'GET', `${daemonSets}/agent`).body);
    assert.equal(stored.status.numberAvailable, 2);
    const pods = JSON.parse(ask(server, 'GET', '/api/v1/namespaces/default/pods?labelSelector=app%3Dagent').body);
    assert.deepEqual(
      pods.items.map((pod: { status: { phase: string } }) => pod.status.phase),
      ['Running', 'Running'],
    );
  });

  it('gives ages that are virtual, whatever the wall says', () => {
    const server = newServer();
    const table = ask(server, 'GET', '/api/v1/nodes', { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' });
    assert.deepEqual(JSON.parse(table.body).rows[0].cells.slice(0, 4), ['master-1', 'Ready', 'control-plane', '5d']);
  });

  it('lets a pod go whose label is taken away, and refuses what it could not keep', () => {
    const server = newServer();
    ask(server, 'POST', daemonSets, { body: JSON.stringify(agent) });
    advanceTo(server, 60_000);
    const list = (): readonly { metadata: { name: string; ownerReferences?: unknown } }[] =>
      JSON.parse(ask(server, 'GET', '/api/v1/namespaces/default/pods').body).items;
    const name = list()[0]?.metadata.name ?? '';
    const patch = (metadata: JsonObject): number =>
      ask(server, 'PATCH', `/api/v1/namespaces/default/pods/${name}`, {
        body: JSON.stringify({ metadata }),
        contentType: 'application/merge-patch+json',
      }).status;
    assert.equal(patch({ annotations: { a: 'b' } }), 422);
    assert.equal(patch({ labels: { app: 'detached' } }), 200);
    advanceTo(server, 120_000);
    assert.equal(list().length, 3);
    assert.equal(list().find(pod => pod.metadata.name === name)?.metadata.ownerReferences, undefined);
  });

  it('takes a dry run for what it is', () => {
    const server = newServer();
    const before = server.resourceVersion;
    assert.equal(ask(server, 'POST', `${daemonSets}?dryRun=All`, { body: JSON.stringify(agent) }).status, 201);
    const pod = [...(server.objects.get('pods')?.values() ?? [])][0];
    const eviction = JSON.stringify({ kind: 'Eviction', deleteOptions: { dryRun: ['All'] } });
    assert.equal(ask(server, 'POST', `/api/v1/namespaces/kube-system/pods/${pod?.name}/eviction`, { body: eviction }).status, 201);
    assert.equal(ask(server, 'DELETE', '/api/v1/nodes/worker-1?dryRun=All').status, 200);
    assert.equal(server.resourceVersion, before);
  });

  it('refuses what is nested too deeply, and a patch of the name', () => {
    const server = newServer();
    ask(server, 'POST', daemonSets, { body: JSON.stringify(agent) });
    const deep = `{"spec": ${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}}`;
    for (const type of ['merge-patch+json', 'strategic-merge-patch+json', 'apply-patch+yaml'])
      assert.equal(
        ask(server, 'PATCH', `${daemonSets}/agent?fieldManager=x`, { body: deep, contentType: `application/${type}` }).status,
        400,
        type,
      );
    assert.match(ask(server, 'POST', daemonSets, { body: deep }).body, /exceeded max depth/);
    const braces = JSON.stringify({ metadata: { annotations: { text: `\\"${'{['.repeat(2000)}` } } });
    assert.equal(ask(server, 'PATCH', `${daemonSets}/agent`, { body: braces, contentType: 'application/merge-patch+json' }).status, 200);
    const renamed = [{ op: 'replace', path: '/metadata/name', value: 'b' }];
    const refused = ask(server, 'PATCH', `${daemonSets}/agent`, {
      body: JSON.stringify(renamed),
      contentType: 'application/json-patch+json',
    });
    assert.equal(refused.status, 400);
    assert.match(refused.body, /the name of the object \(b\) does not match the name on the URL \(agent\)/);
  });

  it('never lets a version of the past overwrite the present', () => {
    const server = newServer();
    ask(server, 'POST', daemonSets, { body: JSON.stringify(agent) });
    const body = JSON.stringify({ metadata: { resourceVersion: '1' }, spec: { minReadySeconds: 3 } });
    const answer = ask(server, 'PATCH', `${daemonSets}/agent`, { body, contentType: 'application/merge-patch+json' });
    assert.equal(answer.status, 409);
  });

  it('tells a watch every change once, in order, and what leaves its selection as deleted', () => {
    const server = newServer();
    const opened = handle(
      server,
      watchRequest('/api/v1/nodes', { labelSelector: 'pool=a', resourceVersion: String(server.resourceVersion) }),
      clock,
    );
    assert.ok(opened.kind === 'watch');
    const relabel = (labels: JsonObject): Asked =>
      ask(server, 'PATCH', '/api/v1/nodes/worker-1', {
        body: JSON.stringify({ metadata: { labels } }),
        contentType: 'application/merge-patch+json',
      });
    relabel({ pool: 'a' });
    relabel({ zone: 'b' });
    relabel({ pool: null });
    const types = watchLines(server, opened.watch, clock)
      .trim()
      .split('\n')
      .map(line => JSON.parse(line).type);
    assert.deepEqual(types, ['ADDED', 'MODIFIED', 'DELETED']);
    assert.equal(watchLines(server, opened.watch, clock), '');
  });

  it('ends a watch that begins before its memory with 410', () => {
    const server = newServer();
    server.logStart = 5;
    const opened = handle(server, watchRequest('/api/v1/nodes', { resourceVersion: '3' }), clock);
    assert.ok(opened.kind === 'watch');
    const line = JSON.parse(watchLines(server, opened.watch, clock));
    assert.deepEqual([line.type, line.object.code], ['ERROR', 410]);
  });

  it('answers anything with a status, and its world stays whole', () => {
    const server = newServer();
    ask(server, 'POST', daemonSets, { body: JSON.stringify(agent) });
    fc.assert(
      fc.property(anyRequest, ([method, url, rest]) => {
        const [path = '', query = ''] = url.split('?');
        const request: ApiRequest = {
          ...{ method, path, query: new Map(new URLSearchParams(query)), accept: '', contentType: '', body: '', userAgent: 'fuzz' },
          ...{ impersonates: '', ...rest },
        };
        const handled = handle(server, request, clock);
        if (handled.kind === 'watch') watchLines(server, handled.watch, clock);
        else {
          assert.ok(handled.response.status >= 200 && handled.response.status < 600);
          if (handled.response.contentType === 'application/json') JSON.parse(handled.response.body);
        }
        advanceTo(server, server.run.world.now + 500);
        assert.deepEqual(brokenInvariants(server.run.world), []);
      }),
      { numRuns: 400, seed: 7 },
    );
  });
});

function watchRequest(path: string, query: Record<string, string>): ApiRequest {
  return {
    ...{ method: 'GET', path, query: new Map(Object.entries({ watch: 'true', ...query })), accept: 'application/json', contentType: '' },
    ...{ body: '', userAgent: 'test', impersonates: '' },
  };
}

const word = fc.constantFrom(
  'a',
  'agent',
  '__proto__',
  'constructor',
  '..',
  '%2e%2e',
  '%ff',
  'worker-1',
  'kube-proxy',
  '',
  'status',
  'a/b',
  '한글',
  'x'.repeat(300),
);
const anyPath = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        '/api/v1/nodes/',
        `${daemonSets}/`,
        '/api/v1/namespaces/default/pods/',
        '/api/v1/namespaces/',
        '/api/v1/namespaces/default/configmaps/',
      ),
      word,
    )
    .map(([start, name]) => start + name),
  fc.constantFrom(
    `${daemonSets}/agent?fieldManager=a`,
    '/api/v1/namespaces/default/configmaps/a?fieldManager=a',
    '/api/v1/nodes/worker-1?fieldManager=a',
  ),
  fc.constantFrom(
    daemonSets,
    '/api/v1/nodes',
    '/api/v1/pods',
    '/api/v1/namespaces',
    '/apis/events.k8s.io/v1/events',
    '/api',
    '/openapi/v3/apis/apps/v1',
    '/openapi/v2',
  ),
  fc.array(word, { maxLength: 7 }).map(steps => `/${steps.join('/')}`),
);
const anyQuery = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        'watch',
        'limit',
        'continue',
        'labelSelector',
        'fieldSelector',
        'resourceVersion',
        'dryRun',
        'fieldValidation',
        'sendInitialEvents',
        'includeObject',
        'fieldManager',
        'force',
        'resourceVersionMatch',
      ),
      fc.constantFrom(
        '',
        'true',
        'All',
        '-1',
        '1',
        '1e9',
        'abc',
        'a=b,c in (d)',
        'metadata.name=agent',
        'spec.nodeName!=x',
        'Object',
        '\\',
        '(',
      ),
    ),
    { maxLength: 4 },
  )
  .map(pairs => new URLSearchParams(pairs).toString());
const json = fc.oneof(
  fc.json(),
  fc.constant(JSON.stringify(agent)),
  fc.constantFrom(
    '{',
    '{"kind":"DaemonSet","metadata":[]}',
    '{"metadata":{"labels":{"__proto__":"x"}}}',
    '{"spec":{"template":null}}',
    '[{"op":"remove","path":"/spec"}]',
    'k8s\u0000\u0012\u0003abc',
    '{"metadata":{"name":"kube-proxy"},"spec":{"taints":[{"key":1}]}}',
    '{"metadata":{"managedFields":[{"manager":"a","operation":"Apply","fieldsV1":{"f:spec":{"k:x":{}}}}]}}',
    '{"metadata":{"labels":{"a":"b"},"finalizers":["x","x"],"ownerReferences":[{"uid":"1"},{"uid":"1"}]}}',
    '{"metadata":{"name":"agent"},"spec":{"template":{"spec":{"containers":[{"name":"agent"},{"name":"agent"},null,1]}}}}',
  ),
  fc
    .dictionary(
      fc.constantFrom('metadata', 'spec', 'status', 'kind', '$patch', '$retainKeys', '$setElementOrder/containers'),
      fc.jsonValue({ maxDepth: 4 }),
    )
    .map(value => JSON.stringify(value)),
);
const anyRequest = fc.tuple(
  fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'PATCH', 'DELETE', 'HEAD', 'FROB'),
  fc.tuple(anyPath, anyQuery).map(([path, query]) => `${path}${path.includes('?') ? '&' : '?'}${query}`),
  fc.record({
    accept: fc.constantFrom(
      '',
      'application/json',
      'application/json;as=Table;v=v1;g=meta.k8s.io',
      'text/weird',
      ';;;',
      'application/vnd.kubernetes.protobuf',
    ),
    contentType: fc.constantFrom(
      '',
      'application/json',
      'application/merge-patch+json',
      'application/json-patch+json',
      'application/strategic-merge-patch+json',
      'application/apply-patch+yaml',
      'application/vnd.kubernetes.protobuf',
      'x/y',
    ),
    body: json,
  }),
);
