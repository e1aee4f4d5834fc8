import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { bundleServer, type LspClient, startClient } from './client.ts';

const manifest = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent # 에이전트 🚀 한글\nspec:\n  minReadySeconds: 5\n';

describe('the language server with a client that errs', () => {
  let bundle = '';
  let client: LspClient;
  let count = 0;
  const newUri = (): string => `file:///bad/${count++}.yaml`;
  const ask = <T>(method: string, params: object): Promise<T> => client.connection.sendRequest<T>(`textDocument/${method}`, params);
  const change = (uri: string, version: number, contentChanges: readonly object[]): Promise<void> =>
    client.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  /** The DaemonSet's name as the server has it. */
  const nameOf = async (uri: string): Promise<string | null> => {
    const found = await client.connection.sendRequest<{ manifest: { name: string } } | null>('daemonscope/manifest', {
      uri,
      which: { index: 0 },
    });
    return found?.manifest.name ?? null;
  };
  const range = (a: readonly [number, number], b: readonly [number, number]): object => ({
    start: { line: a[0], character: a[1] },
    end: { line: b[0], character: b[1] },
  });

  before(async () => {
    bundle = await bundleServer();
    client = await startClient(bundle);
  });
  afterEach(() => {
    assert.deepEqual(
      client.logs.filter(line => line.includes('failed')),
      [],
    );
    assert.equal(client.process.exitCode, null);
  });
  after(async () => {
    await client.stop();
    fs.rmSync(path.dirname(bundle), { recursive: true });
  });

  it('answers at positions outside of the text', async () => {
    const uri = newUri();
    await client.open(uri, manifest);
    const textDocument = { uri };
    for (const position of [
      { line: 99_999, character: 0 },
      { line: 3, character: 99_999 },
      { line: 2_147_483_647, character: 2_147_483_647 },
      { line: -1, character: -1 },
    ]) {
      const places = { textDocument, position, newName: 'x', context: { includeDeclaration: true } };
      for (const method of ['completion', 'hover', 'definition', 'references', 'documentHighlight', 'prepareRename', 'rename'])
        await ask(method, places);
      await ask('selectionRange', { textDocument, positions: [position] });
      const around = { textDocument, range: { start: position, end: position }, options: { tabSize: 0, insertSpaces: false } };
      await ask('codeAction', { ...around, context: { diagnostics: [] } });
      await ask('inlayHint', around);
      await ask('rangeFormatting', around);
    }
  });

  it('takes the text as it comes, whatever its version says', async () => {
    const uri = newUri();
    await client.open(uri, manifest);
    const name = range([3, 8], [3, 13]);
    await change(uri, 7, [{ range: name, text: 'seven' }]);
    await change(uri, 3, [{ range: name, text: 'three' }]);
    assert.equal(await nameOf(uri), 'three');
    await change(uri, 3, [{ range: name, text: 'again' }]);
    assert.equal(await nameOf(uri), 'again');
  });

  it('makes edits one after the other, also those that overlap, go backwards or lie outside', async () => {
    const uri = newUri();
    await client.open(uri, manifest);
    await change(uri, 2, [
      { range: range([3, 8], [3, 13]), text: 'first' },
      { range: range([3, 10], [3, 13]), text: 've' },
    ]);
    assert.equal(await nameOf(uri), 'five');
    await change(uri, 3, [{ range: range([3, 12], [3, 8]), text: 'back' }]);
    assert.equal(await nameOf(uri), 'back');
    await change(uri, 4, [{ range: range([999, 0], [9_999, 5]), text: '  revisionHistoryLimit: 1\n' }]);
    await change(uri, 5, []);
    assert.equal(await nameOf(uri), 'back');
    await change(uri, 6, [{ text: manifest.replace('agent', 'whole') }]);
    assert.equal(await nameOf(uri), 'whole');
  });

  it('outlives edits of what is not open, opening twice and closing twice', async () => {
    const uri = newUri();
    await change(uri, 2, [{ text: manifest }]);
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.open(uri, manifest);
    await client.open(uri, manifest.replace('agent', 'twice'));
    assert.equal(await nameOf(uri), 'twice');
    for (let i = 0; i < 2; i++) await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    assert.equal(await nameOf(uri), null);
  });

  it('counts characters as LSP does: in UTF-16', async () => {
    const uri = newUri();
    await client.open(
      uri,
      manifest
        .replace('name: agent', '"name": "agent", labels: {가🚀나: x}, namespace: ns')
        .replace('metadata:\n  ', 'metadata: {')
        .replace(' # 에이전트 🚀 한글', '}'),
    );
    const line = 'metadata: {"name": "agent", labels: {가🚀나: x}, namespace: ns}';
    const hover = await ask<{ range: { start: { character: number } } }>('hover', {
      textDocument: { uri },
      position: { line: 2, character: line.indexOf('namespace') + 1 },
    });
    assert.equal(hover.range.start.character, line.indexOf('namespace'));
  });

  it('is told of requests that nobody wants any more', async () => {
    const uri = newUri();
    await client.open(uri, Array(300).fill(manifest).join('---\n'));
    const { CancellationTokenSource } = await import('vscode-languageserver/node');
    const all = Array.from({ length: 20 }, (_, i) => {
      const source = new CancellationTokenSource();
      const method = i % 2 === 0 ? 'textDocument/codeLens' : 'textDocument/documentSymbol';
      const answer = client.connection
        .sendRequest<unknown>(method, { textDocument: { uri } }, source.token)
        .catch((error: { code: number }) => error.code);
      source.cancel();
      return answer;
    });
    for (const answer of await Promise.all(all)) assert.ok(answer === -32800 || Array.isArray(answer));
    const list = await ask<{ items: unknown[] }>('completion', { textDocument: { uri }, position: { line: 4, character: 0 } });
    assert.ok(Array.isArray(list.items));
  });

  it('resolves what is no item of its own as it is', async () => {
    for (const data of [undefined, null, 7, { type: '__proto__', field: 'constructor' }, { type: 'Container' }]) {
      const item = { label: 'x', ...(data !== undefined && { data }) };
      assert.deepEqual(await client.connection.sendRequest('completionItem/resolve', item), item);
    }
  });

  it('registers nothing with a client that cannot be registered with, and outlives one that refuses', async () => {
    const asked: unknown[] = [];
    const other = await startClient(bundle, { capabilities: {}, folder: 'file:///nowhere' });
    other.connection.onRequest('client/registerCapability', params => {
      asked.push(params);
      return null;
    });
    await other.open('file:///bad/x.yaml', manifest);
    await other.diagnostics('file:///bad/x.yaml', () => true);
    assert.deepEqual(asked, []);
    await other.stop();
    const dynamicRegistration = true;
    const refusing = await startClient(bundle, {
      folder: 'file:///nowhere',
      capabilities: {
        workspace: { didChangeWatchedFiles: { dynamicRegistration }, configuration: true },
        textDocument: { formatting: { dynamicRegistration } },
      },
    });
    refusing.connection.onRequest('client/registerCapability', () => {
      throw new Error('no');
    });
    refusing.connection.onRequest('workspace/configuration', () => {
      throw new Error('no');
    });
    await refusing.open('file:///bad/x.yaml', manifest);
    await refusing.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const found = await refusing.diagnostics('file:///bad/x.yaml', list => list.length > 0);
    assert.ok(found.some(one => one.severity === 1));
    assert.equal(refusing.process.exitCode, null);
    await refusing.stop();
  });
});
