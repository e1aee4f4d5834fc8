import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { until } from '../kit/eventually.ts';
import { bundleServer, type LspClient, startClient } from './client.ts';

const agent = `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: agent
spec:
  selector:
    matchLabels:
      app: agent
  template:
    metadata:
      labels:
        app: agent
    spec:
      serviceAccountName: agent-account
      containers:
        - name: main
          image: agent:1
          envFrom:
            - configMapRef:
                name: agent-settings
`;

const files = {
  'config/settings.yaml':
    'kind: Namespace\n---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: agent-settings\ndata:\n  LEVEL: info\n',
  'account.yml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: agent-account\n',
  'service.yaml': 'apiVersion: v1\nkind: Service\nmetadata:\n  name: agent\nspec:\n  selector:\n    app: agent\n',
  'other.yaml': agent.replaceAll('name: agent\n', 'name: other\n'),
  'broken.yaml': 'kind: ConfigMap\nmetadata: {name: [\n\u0000',
};

interface Place {
  readonly uri: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

describe('names across a workspace', () => {
  let bundle = '';
  let folder = '';
  let client: LspClient;
  const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;
  const ask = <T>(method: string, uri: string, text: string, word: string, more: object = {}): Promise<T> => {
    const before = text.slice(0, text.indexOf(word) + 1).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    return client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  };
  const shortly = (places: readonly Place[]): readonly string[] =>
    places.map(({ uri, range }) => `${path.relative(folder, decodeURI(new URL(uri).pathname))}:${range.start.line}`).sort();

  before(async () => {
    bundle = await bundleServer();
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-workspace-'));
    for (const [name, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      fs.writeFileSync(path.join(folder, name), text);
    }
    client = await startClient(bundle, { folder: pathToFileURL(folder).href });
    await client.open(uriOf('agent.yaml'), agent);
  });
  after(async () => {
    assert.deepEqual(
      client.logs.filter(line => line.includes('failed')),
      [],
    );
    await client.stop();
    for (const place of [path.dirname(bundle), folder]) fs.rmSync(place, { recursive: true });
  });

  it('lead from a DaemonSet to the object it names', async () => {
    const found = await until(
      'the definition',
      () => ask<Place[]>('definition', uriOf('agent.yaml'), agent, 'agent-settings'),
      places => places.length > 0,
    );
    assert.deepEqual(shortly(found), ['config/settings.yaml:5']);
    assert.deepEqual(shortly(await ask('definition', uriOf('agent.yaml'), agent, 'agent-account')), ['account.yml:3']);
  });

  it('are found where they are used, in open files and in others', async () => {
    const references = await ask<Place[]>('references', uriOf('agent.yaml'), agent, 'agent-settings', {
      context: { includeDeclaration: true },
    });
    assert.deepEqual(shortly(references), ['agent.yaml:19', 'config/settings.yaml:5', 'other.yaml:19']);
    const settings = files['config/settings.yaml'];
    await client.open(uriOf('config/settings.yaml'), settings);
    const uses = await ask<Place[]>('references', uriOf('config/settings.yaml'), settings, 'agent-settings', {
      context: { includeDeclaration: false },
    });
    assert.deepEqual(shortly(uses), ['agent.yaml:19', 'other.yaml:19']);
  });

  it('lead from the labels of the pods to the Services that select them', async () => {
    const places = await ask<Place[]>('references', uriOf('agent.yaml'), agent.replace('app: agent', 'app: ____'), 'app: agent', {
      context: { includeDeclaration: false },
    });
    assert.ok(shortly(places).includes('service.yaml:5'), shortly(places).join(', '));
  });

  it('are offered, and no longer once their file is gone', async () => {
    const position = { line: 13, character: '      serviceAccountName: '.length };
    const offered = async (): Promise<readonly string[]> => {
      const uri = uriOf('agent.yaml');
      const list = await client.connection.sendRequest<{ items: { label: string }[] }>('textDocument/completion', {
        textDocument: { uri },
        position,
      });
      return list.items.map(item => item.label);
    };
    assert.ok((await offered()).includes('agent-account'));
    fs.rmSync(path.join(folder, 'account.yml'));
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('account.yml'), type: 3 }] });
    await until('the name is forgotten', offered, labels => !labels.includes('agent-account'));
  });
});
