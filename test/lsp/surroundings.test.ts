import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type SurroundingsParams, surroundingsNotification } from '../../core/protocol/lsp.ts';
import { bundleServer, type LspClient, startClient } from './client.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const tutorial = fs.readFileSync(path.join(root, 'examples', 'tutorial', 'fluentd-elasticsearch.yaml'), 'utf8');
const uri = 'file:///project/fluentd.yaml';
const node = (labels: Record<string, string>) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name: 'worker', labels } });

describe('what the client says of the world around a document', () => {
  let bundle = '';
  let client: LspClient;
  const tell = (params: Omit<SurroundingsParams, 'uri'>): Promise<void> =>
    client.connection.sendNotification(surroundingsNotification, { uri, ...params });
  const rules = async (wanted: readonly string[]): Promise<void> => {
    const list = await client.diagnostics(uri, found => wanted.every(rule => found.some(one => one.code === rule)));
    assert.deepEqual(
      list.filter(one => one.severity !== 4).map(one => one.code),
      wanted,
    );
  };

  before(async () => {
    bundle = await bundleServer();
    client = await startClient(bundle);
  });
  after(async () => {
    await client.stop();
    fs.rmSync(path.dirname(bundle), { recursive: true });
  });

  it('may come before the document, and wakes the rules about nodes', async () => {
    await tell({ baseline: [], nodes: [node({ disk: 'hdd' })] });
    await client.open(uri, tutorial.replace('      containers:', '      nodeSelector: {disk: ssd}\n      containers:'));
    await rules(['no-node-matches']);
  });

  it('is replaced by what comes later', async () => {
    await tell({ baseline: [], nodes: [node({ disk: 'ssd' })] });
    await client.diagnostics(uri, list => !list.some(one => one.code === 'no-node-matches'));
  });

  it('is on the lens: on how many nodes the DaemonSet runs', async () => {
    await tell({ baseline: [], nodes: [node({ disk: 'ssd' }), node({ disk: 'hdd' }), node({ disk: 'ssd' })] });
    const lenses = await client.connection.sendRequest<{ command: { title: string } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.deepEqual(
      lenses.map(lens => lens.command.title),
      ['Simulate Rollout · 2 of 3 nodes'],
    );
  });

  it('wakes the rules about edits', async () => {
    const before = {
      apiVersion: 'apps/v1',
      kind: 'DaemonSet',
      metadata: { name: 'fluentd-elasticsearch', namespace: 'kube-system' },
      spec: {
        selector: { matchLabels: { name: 'fluentd-elasticsearch' } },
        template: {
          metadata: { labels: { name: 'fluentd-elasticsearch' } },
          spec: { containers: [{ name: 'fluentd-elasticsearch', image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2' }] },
        },
      },
    };
    await client.open(uri, tutorial.replace('type: RollingUpdate', 'type: OnDelete').replace(/ {4}rollingUpdate:\n.*\n/, ''));
    await tell({ baseline: [before], nodes: null });
    await rules(['on-delete-edit']);
  });

  it('may be anything: what is no node or no DaemonSet is left out', async () => {
    await tell({ baseline: [null, 3, 'x', { kind: 'DaemonSet' }], nodes: [{ kind: 'Node', metadata: { name: 7 } }] });
    await client.diagnostics(uri, list => !list.some(one => one.code === 'on-delete-edit'));
  });
});
