import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleServer, type LspClient, startClient } from './client.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const tutorial = fs.readFileSync(path.join(root, 'examples', 'tutorial', 'fluentd-elasticsearch.yaml'), 'utf8');

describe('.daemonscope.yaml in the language server', () => {
  let bundle = '';
  let client: LspClient;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-folder-'));
  const settings = path.join(folder, '.daemonscope.yaml');
  const uri = pathToFileURL(path.join(folder, 'below', 'fluentd.yaml')).href;
  const rewrite = async (text: string): Promise<void> => {
    fs.writeFileSync(settings, text);
    const changes = [{ uri: pathToFileURL(settings).href, type: 2 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  };

  before(async () => {
    bundle = await bundleServer();
    client = await startClient(bundle, { settings: { rules: { 'no-readiness-probe': 'error' } } });
  });
  after(async () => {
    await client.stop();
    fs.rmSync(path.dirname(bundle), { recursive: true });
    fs.rmSync(folder, { recursive: true });
  });

  it('wins over the settings of the client, and is read again when it changes', async () => {
    fs.writeFileSync(settings, 'rules: {no-readiness-probe: warning}\ncodeLens: {enable: false}\n');
    await client.open(uri, tutorial);
    await client.diagnostics(uri, list => list.some(one => one.code === 'no-readiness-probe' && one.severity === 2));
    assert.deepEqual(await client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } }), []);
    await rewrite('rules: {no-readiness-probe: hint}\nhygiene: {enable: true}\n');
    const list = await client.diagnostics(uri, found => found.some(one => one.code === 'no-readiness-probe' && one.severity === 4));
    assert.ok(
      list.some(one => one.code === 'no-priority-class'),
      list.map(one => one.code).join(),
    );
  });

  it('tells in a hover what a rule is about', async () => {
    const list = await client.diagnostics(uri, found => found.some(one => one.code === 'no-readiness-probe'));
    const position = list.find(one => one.code === 'no-readiness-probe')?.range.start;
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position,
    });
    assert.match(hover.contents.value, /^\*\*containers\*\*[\s\S]*\*\*no-readiness-probe\*\*: A rolling update goes on/);
  });

  it('may be broken: the server says so in its log and goes on with the settings', async () => {
    await rewrite('rules: [\n');
    await client.diagnostics(uri, list => list.some(one => one.code === 'no-readiness-probe' && one.severity === 1));
    assert.ok(
      client.logs.some(line => /\.daemonscope\.yaml:\d+:\d+: /.test(line)),
      client.logs.join('\n'),
    );
  });
});
