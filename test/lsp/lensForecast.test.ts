import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../core/base/json.ts';
import { surroundingsNotification } from '../../core/protocol/lsp.ts';
import { bundleServer, type LspClient, startClient } from './client.ts';

const uri = 'file:///project/agent.yaml';

function manifest(image: string, strategy = '{ type: RollingUpdate, rollingUpdate: { maxUnavailable: 1 } }', namespace = ''): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent${namespace}
spec:
  selector: { matchLabels: { app: agent } }
  updateStrategy: ${strategy}
  template:
    metadata: { labels: { app: agent } }
    spec:
      containers:
        - name: agent
          image: ${image}
`;
}

const runs: JsonObject = {
  apiVersion: 'apps/v1',
  kind: 'DaemonSet',
  metadata: { name: 'agent' },
  spec: {
    selector: { matchLabels: { app: 'agent' } },
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
    template: { metadata: { labels: { app: 'agent' } }, spec: { containers: [{ name: 'agent', image: 'agent:1' }] } },
  },
};

function cluster(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, i) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${i}`, labels: { 'kubernetes.io/os': 'linux' } },
    status: { allocatable: { cpu: '4', memory: '8Gi', pods: '110' }, conditions: [{ type: 'Ready', status: 'True' }] },
  }));
}

describe('the forecast on the lens', () => {
  let bundle = '';
  let client: LspClient;
  const titles = async (): Promise<string[]> => {
    const lenses = await client.connection.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    return lenses.map(lens => lens.command.title);
  };
  const tell = (nodes: readonly JsonObject[] | null, baseline: readonly JsonObject[] = [runs]): Promise<void> =>
    client.connection.sendNotification(surroundingsNotification, { uri, baseline, nodes, beside: [] });
  let version = 1;
  const write = (text: string): Promise<void> => {
    version++;
    return client.change(uri, version, { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } }, text);
  };

  before(async () => {
    bundle = await bundleServer();
    client = await startClient(bundle);
    await client.open(uri, manifest('agent:1'));
  });
  after(async () => {
    assert.deepEqual(
      client.logs.filter(line => line.includes('failed')),
      [],
    );
    await client.stop();
    fs.rmSync(path.dirname(bundle), { recursive: true });
  });

  it('says what the edit takes on the chosen cluster', async () => {
    await tell(cluster(10));
    assert.deepEqual(await titles(), ['Simulate Rollout · 10 of 10 nodes'], 'nothing is edited yet');
    await write(manifest('agent:2'));
    const [title = ''] = await titles();
    assert.match(title, /^Simulate Rollout · 10 of 10 nodes · this edit takes \d+ m( \d+ s)?, at most 1 node without it$/);
    assert.deepEqual(await titles(), [title]);
    await write(manifest('agent:2', '{ type: RollingUpdate, rollingUpdate: { maxUnavailable: 100% } }'));
    assert.match((await titles())[0] ?? '', /at most 10 nodes without it$/);
    await write(manifest('agent:2', '{ type: OnDelete }'));
    assert.match((await titles())[0] ?? '', /this edit waits until pods are deleted$/);
    await write(manifest('agent:1', '{ type: OnDelete }'));
    assert.match((await titles())[0] ?? '', /this edit restarts nothing$/);
  });

  it('says nothing of a manifest that is wrong, of one that does not run yet, without a cluster, and with a huge one', async () => {
    await write(manifest('agent:2', '{ type: Rolling }'));
    assert.deepEqual(await titles(), ['Simulate Rollout']);
    await write(manifest('agent:2'));
    await tell(cluster(10), []);
    assert.deepEqual(await titles(), ['Simulate Rollout · 10 of 10 nodes']);
    await tell(null);
    assert.deepEqual(await titles(), ['Simulate Rollout']);
    await tell(cluster(1_001));
    assert.deepEqual(await titles(), ['Simulate Rollout · 1001 of 1001 nodes']);
  });

  it('keeps nobody waiting: a completion is answered meanwhile', async () => {
    await write(manifest('agent:1'));
    await tell(cluster(1_000));
    await titles();
    await write(manifest('agent:3'));
    const order: string[] = [];
    const lenses = titles().then(([title = '']) => order.push(title));
    await write(manifest('agent:4'));
    const completion = client.connection
      .sendRequest('textDocument/completion', { textDocument: { uri }, position: { line: 4, character: 0 } })
      .then(() => order.push('completion'));
    await Promise.all([lenses, completion]);
    // What comes first is the completion, or a lens that has given up on an edit that is no longer there.
    assert.ok(!order[0]?.includes('this edit'), order.join(', '));
    assert.match((await titles())[0] ?? '', /this edit takes/);
  });

  it('speaks the language of the editor', async () => {
    const korean = await startClient(bundle, { locale: 'ko' });
    await korean.open(uri, manifest('agent:2'));
    await korean.connection.sendNotification(surroundingsNotification, { uri, baseline: [runs], nodes: cluster(3) });
    const [lens] = await korean.connection.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.match(lens?.command.title ?? '', /^롤아웃 시뮬레이션 · 노드 3개 중 3개 · 이 변경은 .* 소요, 최대 1개 노드에서 비어 있음$/);
    await korean.stop();
  });
});
