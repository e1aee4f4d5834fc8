import assert from 'node:assert/strict';
import { askOf, newServer } from '../../../test/kit/apiServer.ts';
import { at, type JsonObject, type JsonValue } from '../../base/json.ts';

const url = '/apis/apps/v1/namespaces/default/daemonsets';
const agent = (image: string, more: JsonObject = {}): JsonObject => ({
  ...{ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'default', labels: { app: 'agent' } } },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    ...more,
    template: {
      metadata: { labels: { app: 'agent' } },
      spec: {
        containers: [{ name: 'agent', image, ports: [{ name: 'metrics', containerPort: 9100 }] }],
        tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }],
      },
    },
  },
});

/** What a client sees of the owners, but for the controller of the status: manager and operation, and the fields. */
function ownersIn(object: JsonValue): Record<string, JsonValue> {
  const list = at(object, 'metadata', 'managedFields') as readonly JsonObject[] | undefined;
  const clients = (list ?? []).filter(entry => entry.subresource === undefined);
  return Object.fromEntries(clients.map(entry => [`${String(entry.manager)} ${String(entry.operation)}`, entry.fieldsV1 ?? null]));
}

const apply = 'application/apply-patch+yaml';

/** As the API server 1.36 answered to the same manifest. */
const clientSide = {
  'f:metadata': {
    'f:annotations': { '.': {}, 'f:deprecated.daemonset.template.generation': {} },
    'f:labels': { '.': {}, 'f:app': {} },
  },
  'f:spec': {
    ...{ 'f:revisionHistoryLimit': {}, 'f:selector': {} },
    'f:template': {
      'f:metadata': { 'f:labels': { '.': {}, 'f:app': {} } },
      'f:spec': {
        'f:containers': {
          'k:{"name":"agent"}': {
            ...{ '.': {}, 'f:image': {}, 'f:imagePullPolicy': {}, 'f:name': {} },
            'f:ports': {
              '.': {},
              'k:{"containerPort":9100,"protocol":"TCP"}': { '.': {}, 'f:containerPort': {}, 'f:name': {}, 'f:protocol': {} },
            },
            ...{ 'f:resources': {}, 'f:terminationMessagePath': {}, 'f:terminationMessagePolicy': {} },
          },
        },
        ...{ 'f:dnsPolicy': {}, 'f:restartPolicy': {}, 'f:schedulerName': {}, 'f:securityContext': {} },
        ...{ 'f:terminationGracePeriodSeconds': {}, 'f:tolerations': {} },
      },
    },
    'f:updateStrategy': { 'f:rollingUpdate': { '.': {}, 'f:maxSurge': {}, 'f:maxUnavailable': {} }, 'f:type': {} },
  },
};

describe('owners of fields', () => {
  it('gives who creates an object all that it sets, defaults included', () => {
    const ask = askOf(newServer());
    const created = ask('POST', `${url}?fieldManager=kubectl-client-side-apply`, { body: agent('agent:1') });
    assert.deepEqual(ownersIn(created.json), { 'kubectl-client-side-apply Update': clientSide });
  });

  it('gives what changes to who changes it, and nothing to who changes nothing', () => {
    const ask = askOf(newServer());
    ask('POST', `${url}?fieldManager=one`, { body: agent('agent:1') });
    const patch = { spec: { template: { spec: { containers: [{ name: 'agent', image: 'agent:2' }] } } } };
    const strategic = 'application/strategic-merge-patch+json';
    const changed = ask('PATCH', `${url}/agent?fieldManager=two`, { body: patch, contentType: strategic });
    assert.deepEqual(ownersIn(changed.json)['two Update'], {
      'f:spec': { 'f:template': { 'f:spec': { 'f:containers': { 'k:{"name":"agent"}': { 'f:image': {} } } } } },
    });
    assert.equal(JSON.stringify(ownersIn(changed.json)['one Update']).includes('f:image"'), false);
    const same = ask('PATCH', `${url}/agent?fieldManager=three`, { body: patch, contentType: strategic });
    assert.deepEqual(Object.keys(ownersIn(same.json)).sort(), ['one Update', 'two Update']);
  });

  it('refuses to apply over what others own, in the words of the API server, and obeys force', () => {
    const ask = askOf(newServer());
    ask('POST', `${url}?fieldManager=kubectl-create`, { body: agent('agent:1', { minReadySeconds: 3 }) });
    const one = ask('PATCH', `${url}/agent?fieldManager=ci`, { body: agent('agent:2'), contentType: apply });
    const path = '.spec.template.spec.containers[name="agent"].image';
    assert.deepEqual(
      [one.status, at(one.json, 'message')],
      [409, `Apply failed with 1 conflict: conflict with "kubectl-create" using apps/v1: ${path}`],
    );
    assert.deepEqual(at(one.json, 'details', 'causes', 0), {
      ...{ reason: 'FieldManagerConflict', message: 'conflict with "kubectl-create" using apps/v1', field: path },
    });
    const two = ask('PATCH', `${url}/agent?fieldManager=ci`, { body: agent('agent:2', { minReadySeconds: 9 }), contentType: apply });
    assert.equal(
      at(two.json, 'message'),
      `Apply failed with 2 conflicts: conflicts with "kubectl-create" using apps/v1:\n- .spec.minReadySeconds\n- ${path}`,
    );
    const forced = ask('PATCH', `${url}/agent?fieldManager=ci&force=true`, { body: agent('agent:2'), contentType: apply });
    assert.equal(forced.status, 200);
    assert.equal(at(forced.json, 'spec', 'template', 'spec', 'containers', 0, 'image'), 'agent:2');
    assert.equal(JSON.stringify(ownersIn(forced.json)['kubectl-create Update']).includes('f:image"'), false);
    const again = ask('PATCH', `${url}/agent?fieldManager=other`, { body: agent('agent:3'), contentType: apply });
    assert.equal(at(again.json, 'message'), `Apply failed with 1 conflict: conflict with "ci": ${path}`);
  });

  it('takes away what a manager applied before and leaves out now, unless another one applies it too', () => {
    const ask = askOf(newServer());
    const put = (manager: string, more: JsonObject): ReturnType<typeof ask> =>
      ask('PATCH', `${url}/agent?fieldManager=${manager}`, { body: agent('agent:1', more), contentType: apply });
    assert.equal(put('a', { minReadySeconds: 5, revisionHistoryLimit: 3 }).status, 201);
    assert.equal(put('b', { revisionHistoryLimit: 3 }).status, 200);
    const left = put('a', {});
    assert.equal(at(left.json, 'spec', 'minReadySeconds'), undefined);
    assert.equal(at(left.json, 'spec', 'revisionHistoryLimit'), 3);
    assert.equal(at(put('b', {}).json, 'spec', 'revisionHistoryLimit'), 10, 'the default is back');
  });

  it('lets kubectl take over what it applied on the client side, and nobody else', () => {
    const ask = askOf(newServer());
    const annotation = 'kubectl.kubernetes.io/last-applied-configuration';
    const first = agent('agent:1');
    const metadata = { ...(first.metadata as JsonObject), annotations: { [annotation]: JSON.stringify(first) } };
    ask('POST', `${url}?fieldManager=kubectl-client-side-apply`, { body: { ...first, metadata } });
    const body = agent('agent:2');
    assert.equal(ask('PATCH', `${url}/agent?fieldManager=ci`, { body, contentType: apply }).status, 409);
    const moved = ask('PATCH', `${url}/agent?fieldManager=kubectl`, { body, contentType: apply });
    assert.equal(moved.status, 200);
    assert.equal(
      JSON.parse(String(at(moved.json, 'metadata', 'annotations', annotation))).spec.template.spec.containers[0].image,
      'agent:2',
    );
  });

  it('takes owners that a client writes, and forgets them all for one that is empty', () => {
    const ask = askOf(newServer());
    ask('POST', `${url}?fieldManager=one`, { body: agent('agent:1') });
    const write = (value: JsonValue): JsonValue =>
      ask('PATCH', `${url}/agent?fieldManager=two`, {
        body: [{ op: 'replace', path: '/metadata/managedFields', value }],
        contentType: 'application/json-patch+json',
      }).json;
    const entry = {
      manager: 'mine',
      operation: 'Apply',
      apiVersion: 'apps/v1',
      fieldsType: 'FieldsV1',
      fieldsV1: { 'f:spec': { 'f:x': {} } },
    };
    assert.deepEqual(ownersIn(write([entry])), { 'mine Apply': { 'f:spec': { 'f:x': {} } } });
    assert.deepEqual(ownersIn(write([{ manager: 'bad', operation: 'Apply', fieldsV1: { 'f:a': { 'k:x': {} } } }])), {
      'mine Apply': { 'f:spec': { 'f:x': {} } },
    });
    assert.deepEqual(ownersIn(write([{}])), {});
  });

  it('needs to know who applies', () => {
    const ask = askOf(newServer());
    const answer = ask('PATCH', `${url}/agent`, { body: agent('agent:1'), contentType: apply });
    assert.deepEqual(
      [answer.status, at(answer.json, 'message')],
      [422, 'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch'],
    );
  });
});
