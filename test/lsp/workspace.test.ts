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
  'deployment.yaml':
    'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  template:\n    spec:\n      volumes:\n        - configMap:\n            name: agent-settings\n',
  'binding.yaml': 'kind: RoleBinding\nmetadata:\n  name: b\nsubjects:\n  - kind: ServiceAccount\n    name: agent-account\n',
  'taken.yaml': 'kind: ConfigMap\nmetadata:\n  name: taken\n',
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
    assert.deepEqual(shortly(references), ['agent.yaml:19', 'config/settings.yaml:5', 'deployment.yaml:9', 'other.yaml:19']);
    const settings = files['config/settings.yaml'];
    await client.open(uriOf('config/settings.yaml'), settings);
    const uses = await ask<Place[]>('references', uriOf('config/settings.yaml'), settings, 'agent-settings', {
      context: { includeDeclaration: false },
    });
    assert.deepEqual(shortly(uses), ['agent.yaml:19', 'deployment.yaml:9', 'other.yaml:19']);
  });

  it('lead from the labels of the pods to the Services that select them', async () => {
    const places = await ask<Place[]>('references', uriOf('agent.yaml'), agent.replace('app: agent', 'app: ____'), 'app: agent', {
      context: { includeDeclaration: false },
    });
    assert.ok(shortly(places).includes('service.yaml:5'), shortly(places).join(', '));
  });

  interface Edits {
    readonly changes: Readonly<Record<string, readonly { readonly range: Place['range']; readonly newText: string }[]>>;
  }
  const changed = ({ changes }: Edits): readonly string[] =>
    Object.entries(changes)
      .flatMap(([uri, edits]) => edits.map(edit => `${shortly([{ uri, range: edit.range }])[0]} ${edit.newText}`))
      .sort();

  it('are renamed in every file, from where they are defined and from where they are used', async () => {
    const everywhere = [
      'agent.yaml:19 settings',
      'config/settings.yaml:5 settings',
      'deployment.yaml:9 settings',
      'other.yaml:19 settings',
    ];
    const newName = 'settings';
    assert.deepEqual(changed(await ask<Edits>('rename', uriOf('agent.yaml'), agent, 'agent-settings', { newName })), everywhere);
    const settings = files['config/settings.yaml'];
    assert.deepEqual(
      changed(await ask<Edits>('rename', uriOf('config/settings.yaml'), settings, 'agent-settings', { newName })),
      everywhere,
    );
    const account = await ask<Edits>('rename', uriOf('agent.yaml'), agent, 'agent-account', { newName: 'runner' });
    assert.deepEqual(changed(account), ['account.yml:3 runner', 'agent.yaml:13 runner', 'binding.yaml:5 runner', 'other.yaml:13 runner']);
  });

  it('are renamed together with the Services that select by them', async () => {
    const wanted = ['agent.yaml:11 "1"', 'agent.yaml:7 "1"', 'service.yaml:6 "1"'];
    const from = agent.replace('app: agent', 'app: ____');
    assert.deepEqual(changed(await ask<Edits>('rename', uriOf('agent.yaml'), from, 'agent\n    spec', { newName: '1' })), wanted);
    await client.open(uriOf('service.yaml'), files['service.yaml']);
    const service = files['service.yaml'].replace('name: agent', 'name: _____');
    const range = await ask<{ placeholder: string }>('prepareRename', uriOf('service.yaml'), service, 'agent');
    assert.equal(range.placeholder, 'agent');
    const all = changed(await ask<Edits>('rename', uriOf('service.yaml'), service, 'agent', { newName: '1' }));
    // The other DaemonSet has the same label: the Service selects it as well.
    assert.deepEqual(all, [...wanted.slice(0, 2), 'other.yaml:11 "1"', 'other.yaml:7 "1"', ...wanted.slice(2)]);
  });

  it('are not renamed to what cannot be, or is there, nor when nobody here defines them', async () => {
    const refused = (word: string, newName: string, reason: RegExp): Promise<void> =>
      assert.rejects(ask('rename', uriOf('agent.yaml'), agent, word, { newName }), reason);
    await refused('agent-settings', 'No Name', /A ConfigMap is named by at most 253 lower-case letters/);
    await refused('agent-settings', 'taken', /There is a ConfigMap "taken" already/);
    await refused('agent-account', 'Ab', /A ServiceAccount is named by/);
    const text = agent.replace('agent-account', 'elsewhere');
    await client.open(uriOf('unknown.yaml'), text);
    await assert.rejects(
      ask('prepareRename', uriOf('unknown.yaml'), text, 'elsewhere'),
      /No file of this workspace defines the ServiceAccount/,
    );
    assert.equal(await ask('prepareRename', uriOf('agent.yaml'), agent, 'image'), null);
  });

  it('are shown before they change in other files, to editors that can', async () => {
    const workspaceEdit = { documentChanges: true, changeAnnotationSupport: {} };
    const other = await startClient(bundle, { folder: pathToFileURL(folder).href, capabilities: { workspace: { workspaceEdit } } });
    await other.open(uriOf('agent.yaml'), agent);
    interface Annotated {
      readonly changeAnnotations?: object;
      readonly documentChanges?: readonly {
        readonly textDocument: { readonly uri: string; readonly version: number | null };
        readonly edits: readonly { readonly annotationId?: string }[];
      }[];
    }
    const position = { line: 13, character: 30 };
    const params = { textDocument: { uri: uriOf('agent.yaml') }, position, newName: 'runner' };
    const edit = await until(
      'the index',
      () => other.connection.sendRequest<Annotated>('textDocument/rename', params),
      found => (found.documentChanges?.length ?? 0) === 4,
    );
    assert.deepEqual(edit.changeAnnotations, { elsewhere: { label: 'In other files', needsConfirmation: true } });
    for (const { textDocument, edits } of edit.documentChanges ?? []) {
      const isHere = textDocument.uri === uriOf('agent.yaml');
      assert.deepEqual([textDocument.version, edits[0]?.annotationId], isHere ? [1, undefined] : [null, 'elsewhere']);
    }
    await other.stop();
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
