import assert from 'node:assert/strict';
import { askOf, newServer } from '../../test/kit/apiServer.ts';
import { at, type JsonObject } from '../base/json.ts';

const table = { accept: 'application/json;as=Table;v=v1;g=meta.k8s.io' };

describe('kinds beside those of the simulation', () => {
  it('are there and empty, in every group that an API server has', () => {
    const ask = askOf(newServer());
    for (const url of [
      '/apis/apps/v1/deployments',
      '/apis/autoscaling/v2/horizontalpodautoscalers',
      '/apis/batch/v1/namespaces/default/jobs',
    ])
      assert.deepEqual([ask('GET', url).status, at(ask('GET', url).json, 'items')], [200, []], url);
    assert.equal(ask('GET', '/apis/metrics.k8s.io/v1beta1/nodes').status, 404);
  });

  it('are kept when they have no part in a rollout, and refused with a word when they would do nothing', () => {
    const ask = askOf(newServer());
    const binding: JsonObject = {
      metadata: { name: 'agent' },
      roleRef: { kind: 'ClusterRole', name: 'agent' },
      subjects: [{ kind: 'ServiceAccount', name: 'agent', namespace: 'logging' }],
    };
    const url = '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings';
    assert.equal(ask('POST', url, { body: binding }).status, 201);
    const row = at(ask('GET', url, table).json, 'rows', 0, 'cells');
    assert.deepEqual(row, ['agent', 'ClusterRole/agent', '0s', '', '', 'logging/agent']);
    const refused = ask('POST', '/apis/apps/v1/namespaces/default/deployments', { body: { metadata: { name: 'web' } } });
    assert.deepEqual(
      [refused.status, at(refused.json, 'message')],
      [403, 'deployments.apps "web" is forbidden: this simulation runs DaemonSets; nothing in it would act on a Deployment'],
    );
  });

  it('takes events of clients in both groups', () => {
    const ask = askOf(newServer());
    const regarding = { kind: 'Pod', name: 'a', namespace: 'default' };
    const made = ask('POST', '/apis/events.k8s.io/v1/namespaces/default/events', {
      body: { metadata: { name: 'a.1' }, regarding, note: 'hello', reason: 'Said', type: 'Normal', reportingController: 'me' },
    });
    assert.equal(made.status, 201, made.body);
    assert.equal(at(made.json, 'note'), 'hello');
    const core = ask('GET', '/api/v1/namespaces/default/events/a.1');
    assert.deepEqual([at(core.json, 'message'), at(core.json, 'involvedObject')], ['hello', regarding]);
    const cells = at(ask('GET', '/api/v1/namespaces/default/events?fieldSelector=metadata.name%3Da.1', table).json, 'rows', 0, 'cells');
    assert.deepEqual(cells, ['0s', 'Normal', 'Said', 'pod/a', '', '', 'hello', '0s', '1', 'a.1']);
    assert.equal(ask('DELETE', '/api/v1/namespaces/default/events/a.1').status, 200);
  });

  it('fills in what the API server does, and merges lists by their keys', () => {
    const ask = askOf(newServer());
    const url = '/api/v1/namespaces/default';
    const ports = [
      { name: 'http', port: 80 },
      { name: 'x', port: 81 },
    ];
    const service = ask('POST', `${url}/services`, { body: { metadata: { name: 'agent' }, spec: { ports } } });
    assert.match(String(at(service.json, 'spec', 'clusterIP')), /^10\.96\./);
    const patch = {
      spec: {
        '$setElementOrder/ports': [{ port: 80 }, { port: 82 }],
        ports: [
          { name: 'x', port: 82 },
          { $patch: 'delete', port: 81 },
        ],
      },
    };
    const patched = ask('PATCH', `${url}/services/agent`, { body: patch, contentType: 'application/strategic-merge-patch+json' });
    const kept = at(patched.json, 'spec', 'ports') as readonly JsonObject[];
    assert.deepEqual(
      kept.map(port => port.port),
      [80, 82],
    );
    const secret = ask('POST', `${url}/secrets`, { body: { metadata: { name: 's' }, stringData: { a: 'b' } } });
    assert.deepEqual(
      [at(secret.json, 'type'), at(secret.json, 'data'), at(secret.json, 'stringData')],
      ['Opaque', { a: 'Yg==' }, undefined],
    );
  });

  it('reads what kubectl creates in protobuf', () => {
    const ask = askOf(newServer());
    const text = (field: number, bytes: string): string => String.fromCharCode(field * 8 + 2, bytes.length) + bytes;
    const meta = text(1, text(1, 'r') + text(2, ''));
    const rule = text(2, text(1, 'get') + text(2, '') + text(3, 'pods'));
    const body = `k8s\u0000${text(1, text(1, 'rbac.authorization.k8s.io/v1') + text(2, 'ClusterRole'))}${text(2, meta + rule)}`;
    const made = ask('POST', '/apis/rbac.authorization.k8s.io/v1/clusterroles', {
      body,
      contentType: 'application/vnd.kubernetes.protobuf',
    });
    assert.equal(made.status, 201, made.body);
    assert.deepEqual(at(made.json, 'rules'), [{ verbs: ['get'], apiGroups: [''], resources: ['pods'] }]);
    assert.equal(at(made.json, 'metadata', 'generateName'), undefined);
  });
});
