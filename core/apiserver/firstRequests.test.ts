import assert from 'node:assert/strict';
import { askOf, newServer } from '../../test/kit/apiServer.ts';
import { at, type JsonObject } from '../base/json.ts';
import { handle } from './handle.ts';
import { watchLines } from './reading/watch.ts';
import type { ApiRequest } from './request.ts';

/** What k9s, Lens and Headlamp ask of a cluster before they show anything, and the honest answer. */
const firstRequests: readonly (readonly [method: string, url: string, status: number, body?: JsonObject])[] = [
  ['GET', '/version?timeout=32s', 200],
  ['GET', '/api', 200],
  ['GET', '/apis', 200],
  ['GET', '/api/v1', 200],
  ['GET', '/openapi/v2', 200],
  ['GET', '/openapi/v3', 200],
  ['GET', '/api/v1/namespaces/kube-system', 200],
  ['GET', '/api/v1/nodes?limit=250', 200],
  ['GET', '/apis/apiextensions.k8s.io/v1/customresourcedefinitions', 200],
  ['GET', '/apis/storage.k8s.io/v1/storageclasses', 200],
  ['GET', '/apis/discovery.k8s.io/v1/endpointslices', 200],
  ['GET', '/apis/policy/v1/poddisruptionbudgets', 200],
  // there is no metrics API, no gateway, no Prometheus and no proxy
  ['GET', '/apis/metrics.k8s.io/v1beta1', 404],
  ['GET', '/apis/metrics.k8s.io/v1beta1/pods', 404],
  ['GET', '/apis/metrics.k8s.io/v1beta1/nodes/worker-1', 404],
  ['GET', '/apis/gateway.networking.k8s.io/v1/gateways', 404],
  ['GET', '/api/v1/namespaces/lens-metrics/services/prometheus:80/proxy/api/v1/query', 404],
  ['GET', '/api/v1/nodes/worker-1/proxy/stats/summary', 404],
  ['POST', '/apis/authorization.k8s.io/v1/selfsubjectrulesreviews', 201, { spec: { namespace: 'default' } }],
  [
    'POST',
    '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    201,
    { spec: { resourceAttributes: { verb: 'list', resource: 'pods' } } },
  ],
];

const accepts: readonly string[] = [
  'application/json',
  'application/json, */*',
  'application/vnd.kubernetes.protobuf,application/json',
  'application/json;as=Table;v=v1;g=meta.k8s.io,application/json',
  '',
];

describe('what clients ask first', () => {
  it('is answered, whatever form they prefer', () => {
    const ask = askOf(newServer());
    for (const [method, url, status, body] of firstRequests)
      for (const accept of accepts) {
        const answer = ask(method, url, { accept, ...(body === undefined ? {} : { body }) });
        assert.equal(answer.status, status, `${method} ${url} ${accept}: ${answer.body.slice(0, 200)}`);
        if (answer.body.startsWith('{')) assert.notEqual(answer.json, null, url);
      }
  });

  it('lets a client list and watch everything that discovery tells of', () => {
    const server = newServer();
    const ask = askOf(server);
    const paths = (at(ask('GET', '/').json, 'paths') as readonly string[]).filter(path => /^\/(?:api|apis\/[^/]+)\/v\d\w*$/.test(path));
    let watched = 0;
    for (const group of paths) {
      const list = at(ask('GET', group).json, 'resources') as readonly { readonly name: string; readonly verbs: readonly string[] }[];
      for (const { name, verbs } of list.filter(one => one.verbs.includes('list'))) {
        for (const accept of accepts) assert.equal(ask('GET', `${group}/${name}`, { accept }).status, 200, `${group}/${name}`);
        if (!verbs.includes('watch')) continue;
        const query = new Map(Object.entries({ watch: 'true', sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan' }));
        const request: ApiRequest = {
          ...{ method: 'GET', path: `${group}/${name}`, query, accept: 'application/json', contentType: '', body: '' },
          ...{ userAgent: 'test', impersonates: '' },
        };
        const handled = handle(server, request, { now: 1000, wall: 1_800_000_000_000 });
        assert.ok(handled.kind === 'watch', name);
        const lines = watchLines(server, handled.watch, { now: 1000, wall: 1_800_000_000_000 }).trim().split('\n');
        assert.match(lines.at(-1) ?? '', /^\{"type":"BOOKMARK".*initial-events-end/);
        watched++;
      }
    }
    assert.ok(watched > 50, String(watched));
  });
});
