import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { type ParseResult, parseRequest } from '../../core/protocol/lsp.ts';
import { bundleServer, type LspClient, startClient } from './client.ts';

const uri = 'file:///w/a.yaml';
const position = { line: 1, character: 6 };

describe('a large list', () => {
  let bundle = '';
  let client: LspClient;
  before(async () => {
    bundle = await bundleServer();
    client = await startClient(bundle);
    await client.open(uri, 'apiVersion: apps/v1\nkind: DaemonSet\n');
    await client.diagnostics(uri, list => list.length > 0);
  });
  after(async () => {
    await client.stop();
    fs.rmSync(path.dirname(bundle), { recursive: true });
  });

  it('is read between the answers to someone who types', async () => {
    const text = `kind: List\nitems:\n${'- kind: Node\n  metadata:\n    name: one\n'.repeat(4_000)}`;
    const answered: string[] = [];
    const parsed = client.connection.sendRequest<ParseResult>(parseRequest, { text }).finally(() => answered.push('list'));
    const completion = { textDocument: { uri }, position };
    await client.connection.sendRequest('textDocument/completion', completion).finally(() => answered.push('completion'));
    const { objects, problem } = await parsed;
    assert.deepEqual(
      { count: objects.length, last: objects.at(-1), problem },
      {
        count: 4_000,
        last: { kind: 'Node', metadata: { name: 'one' } },
        problem: null,
      },
    );
    assert.deepEqual(answered, ['completion', 'list']);
  });
});
