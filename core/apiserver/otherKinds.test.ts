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
});
