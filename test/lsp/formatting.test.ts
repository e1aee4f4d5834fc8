import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { until } from '../kit/eventually.ts';
import { bundleServer, type LspClient, startClient } from './client.ts';

const untidy = 'kind: ConfigMap\ndata:\n    a:   b\n---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n      name: agent  \n\n\n';

describe('formatting in the language server', () => {
  let bundle = '';
  let client: LspClient;
  const shown: string[] = [];
  const format = async (uri: string, text: string, options: object, range?: object): Promise<string> => {
    await client.open(uri, text, uri.includes('/templates/') ? 'helm' : 'yaml');
    const method = range === undefined ? 'textDocument/formatting' : 'textDocument/rangeFormatting';
    const params = {
      textDocument: { uri },
      options: { tabSize: 2, insertSpaces: true, ...options },
      ...(range !== undefined && { range }),
    };
    const edits = await client.connection.sendRequest<Parameters<typeof TextDocument.applyEdits>[1]>(method, params);
    return TextDocument.applyEdits(TextDocument.create(uri, 'yaml', 1, text), edits);
  };

  before(async () => {
    bundle = await bundleServer();
    client = await startClient(bundle);
    client.connection.onNotification('window/showMessage', (params: { message: string }) => {
      shown.push(params.message);
    });
  });
  after(async () => {
    await client.stop();
    fs.rmSync(path.dirname(bundle), { recursive: true });
  });

  it('follows the settings of the editor, in every document of a file', async () => {
    const tidy = 'kind: ConfigMap\ndata:\n  a: b\n---\napiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent  \n\n\n';
    assert.equal(await format('file:///f/1.yaml', untidy, {}), tidy);
    assert.equal(
      await format('file:///f/2.yaml', untidy, { trimTrailingWhitespace: true, trimFinalNewlines: true }),
      `${tidy.trimEnd()}\n`,
    );
    const wide = tidy.replaceAll('\n  ', '\n    ').trimEnd();
    assert.equal(await format('file:///f/3.yaml', untidy.trimEnd(), { tabSize: 4, insertFinalNewline: true }), `${wide}\n`);
    assert.equal(await format('file:///f/4.yaml', 'a: |+\n  x\n\n\n', { trimFinalNewlines: true }), 'a: |+\n  x\n\n\n');
  });

  it('keeps to a selection', async () => {
    const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
    assert.equal(await format('file:///f/5.yaml', untidy, {}, range), untidy.replace('    a:   b', '  a: b'));
  });

  it('refuses a Helm template, and says so once', async () => {
    const chart = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n      name: {{ .Release.Name }}\n';
    const uri = 'file:///chart/templates/agent.yaml';
    assert.equal(await format(uri, chart, {}), chart);
    assert.equal(await format(uri, chart, {}), chart);
    await until(
      'a word',
      () => Promise.resolve(shown),
      list => list.length === 1 && /Helm template/.test(list[0] ?? ''),
    );
  });

  it('is offered for single files, to editors that can be told of them, and not beside another formatter', async () => {
    const asked: unknown[] = [];
    const capabilities = { textDocument: { formatting: { dynamicRegistration: true } } };
    const other = await startClient(bundle, { capabilities });
    other.connection.onRequest('client/registerCapability', params => {
      asked.push(params);
      return null;
    });
    await other.open('file:///x/no.yaml', 'kind: ConfigMap\n');
    await other.open('file:///x/agent%5B1%5D.yaml', untidy);
    await until(
      'the offers',
      () => Promise.resolve(JSON.stringify(asked)),
      text => text.includes('rangeFormatting'),
    );
    assert.match(JSON.stringify(asked), /\*\*\/x\/agent\[\[\]1\[\]\]\.yaml/);
    assert.ok(!JSON.stringify(asked).includes('no.yaml'));
    await other.stop();
  });
});
