import assert from 'node:assert/strict';
import { askOf, newServer } from '../../test/kit/apiServer.ts';
import type { JsonObject } from '../base/json.ts';
import { advanceTo } from './server.ts';

const daemonSets = '/apis/apps/v1/namespaces/default/daemonsets';

const labels = { app: 'agent' };
const few: JsonObject = { metadata: { labels }, spec: { containers: [{ name: 'agent', image: 'agent:1' }] } };
const many: JsonObject = {
  metadata: { labels: { ...labels, tier: 'node' }, annotations: { note: 'kept' } },
  spec: {
    initContainers: [{ name: 'prepare', image: 'prepare:1' }],
    containers: [
      {
        name: 'agent',
        image: 'agent:2',
        args: ['-v'],
        env: [{ name: 'LEVEL', value: 'debug' }],
        volumeMounts: [{ name: 'run', mountPath: '/run' }],
      },
      { name: 'helper', image: 'helper:1' },
    ],
    nodeSelector: { disk: 'ssd' },
    tolerations: [{ key: 'a', operator: 'Exists' }],
    volumes: [{ name: 'run', hostPath: { path: '/run' } }],
  },
};

/** Upstream case 86: a revision's data, sent as `kubectl rollout undo` sends it, leaves exactly the recorded template. */
describe('upstream: 86 a rollback', () => {
  for (const [title, recorded, present] of [
    ['to a template with fewer fields takes the surplus ones away', few, many],
    ['to a template with more fields brings all of them back', many, few],
    ['to an equal template changes nothing', many, many],
  ] as const) {
    it(title, () => {
      const { template, revision, restored, generation, before } = rollBack(recorded, present);
      assert.deepEqual(restored, template);
      assert.equal((revision.spec as JsonObject | undefined)?.template !== undefined, true);
      assert.equal(generation, before + (recorded === present ? 0 : 1));
    });
  }
});

function rollBack(recorded: JsonObject, present: JsonObject) {
  const server = newServer();
  const ask = (method: string, path: string, body: JsonObject | '' = '', contentType = 'application/json'): JsonObject => {
    const answer = askOf(server)(method, path, { body, contentType });
    assert.ok(answer.status < 300, answer.body);
    return answer.json as JsonObject;
  };
  const manifest = (template: JsonObject): JsonObject => ({
    ...{ apiVersion: 'apps/v1', kind: 'DaemonSet', metadata: { name: 'agent', namespace: 'default' } },
    spec: { selector: { matchLabels: labels }, template },
  });
  const template = templateOf(ask('POST', daemonSets, manifest(recorded)));
  advanceTo(server, 30_000);
  ask('PUT', `${daemonSets}/agent`, manifest(present));
  advanceTo(server, 60_000);
  const before = generationOf(ask('GET', `${daemonSets}/agent`));
  const { items } = ask('GET', '/apis/apps/v1/namespaces/default/controllerrevisions') as unknown as {
    items: { revision: number; data: JsonObject }[];
  };
  const revision = items.find(item => item.revision === 1)?.data ?? {};
  const after = ask('PATCH', `${daemonSets}/agent`, revision, 'application/strategic-merge-patch+json');
  return { template, revision, restored: templateOf(after), generation: generationOf(after), before };
}

function templateOf(daemonSet: JsonObject): JsonObject {
  return (daemonSet.spec as { template: JsonObject }).template;
}

function generationOf(daemonSet: JsonObject): number {
  return (daemonSet.metadata as { generation: number }).generation;
}
