import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import type { ManifestChangedParams, ManifestResult, ParseResult } from '../../core/protocol/lsp.ts';
import { bundleServer, type LspClient, startClient } from './client.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);
const tutorial = fs.readFileSync(path.join(root, 'examples', 'tutorial', 'fluentd-elasticsearch.yaml'), 'utf8');

describe('language server over standard input and output', () => {
  let bundle = '';
  let client: LspClient;
  let count = 0;
  const newUri = (): string => `file:///project/${count++}/agent.yaml`;

  before(async () => {
    bundle = await bundleServer();
    client = await startClient(bundle);
  });
  after(async () => {
    assert.deepEqual(
      client.logs.filter(line => line.includes('failed')),
      [],
      'no request failed inside the server',
    );
    await client.stop();
    fs.rmSync(path.dirname(bundle), { recursive: true });
  });

  it('publishes the mistakes of a manifest, and none once they are mended', async () => {
    const uri = newUri();
    await client.open(uri, tutorial.replace('maxUnavailable: 1', 'maxUnavailabel: 1'));
    const [problem] = await client.diagnostics(uri, list => list.some(one => one.severity === 1));
    assert.equal(problem?.code, 'unknown-field');
    assert.equal(problem?.source, 'daemonscope');
    await client.change(uri, 2, problem.range, 'maxUnavailable');
    await client.diagnostics(uri, (list, version) => version === 2 && !list.some(one => one.severity === 1));
  });

  it('offers the fix for it', async () => {
    const uri = newUri();
    await client.open(uri, tutorial.replace('maxUnavailable: 1', 'maxUnavailabel: 1'));
    const [problem] = await client.diagnostics(uri, list => list.some(one => one.severity === 1));
    const params = { textDocument: { uri }, range: problem?.range, context: { diagnostics: [problem] } };
    const actions = await client.connection.sendRequest<{ title: string; isPreferred?: boolean }[]>('textDocument/codeAction', params);
    assert.equal(actions[0]?.title, 'Change to maxUnavailable');
    assert.equal(actions[0]?.isPreferred, true);
    const all = await client.connection.sendRequest<unknown[]>('textDocument/codeAction', {
      ...params,
      context: { diagnostics: [], only: ['source.fixAll'] },
    });
    assert.equal(all.length, 1);
  });

  it('completes in a document that was just edited', async () => {
    const uri = newUri();
    await client.open(uri, 'apiVersion: apps/v1\nkind: DaemonSet\n\n');
    await client.change(uri, 2, { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, 'sp');
    const list = await client.connection.sendRequest<{ items: { label: string; data?: unknown }[] }>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 2, character: 2 },
    });
    const spec = list.items.find(item => item.label === 'spec');
    assert.ok(spec, list.items.map(item => item.label).join(', '));
    const resolved = await client.connection.sendRequest<{ documentation?: { value: string } }>('completionItem/resolve', spec);
    assert.match(resolved.documentation?.value ?? '', /desired behavior/);
  });

  it('describes what is under the pointer, lists an outline and a lens for each DaemonSet', async () => {
    const uri = newUri();
    await client.open(uri, `${tutorial}---\n${tutorial.replaceAll('fluentd-elasticsearch', 'second')}`);
    const line = tutorial.split('\n').findIndex(text => text.includes('maxUnavailable'));
    const hover = await client.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri },
      position: { line, character: 8 },
    });
    assert.match(hover.contents.value, /maximum number of DaemonSet pods/);
    const symbols = await client.connection.sendRequest<{ name: string }[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.deepEqual(
      symbols.map(symbol => symbol.name),
      ['fluentd-elasticsearch', 'second'],
    );
    const lenses = await client.connection.sendRequest<{ command: { command: string; arguments: unknown[] } }[]>('textDocument/codeLens', {
      textDocument: { uri },
    });
    assert.deepEqual(
      lenses.map(lens => [lens.command.command, ...lens.command.arguments]),
      [
        ['daemonscope.simulateRollout', uri, 0],
        ['daemonscope.simulateRollout', uri, 1],
      ],
    );
  });

  it('folds, grows a selection and links to pages, in every document of a file', async () => {
    const uri = newUri();
    await client.open(uri, `a:\n  b: 1\n---\n${tutorial}`);
    const ask = <T>(method: string, more: object = {}): Promise<T> =>
      client.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, ...more });
    const folds = await ask<{ startLine: number; endLine: number }[]>('foldingRange');
    assert.deepEqual(folds[0], { startLine: 0, endLine: 1 });
    assert.ok(
      folds.some(fold => fold.startLine === 2),
      'the second document folds',
    );
    const selections = await ask<{ range: { start: { line: number } }; parent?: object }[]>('selectionRange', {
      positions: [
        { line: 1, character: 2 },
        { line: 9_999, character: 9 },
      ],
    });
    assert.equal(selections.length, 2);
    assert.equal(selections[0]?.range.start.line, 1);
    const links = await ask<{ target: string; range: { start: { line: number } } }[]>('documentLink');
    assert.match(links[0]?.target ?? '', /#daemonset-v1-apps$/);
    assert.equal(`a:\n  b: 1\n---\n${tutorial}`.split('\n')[links[0]?.range.start.line ?? 0], 'kind: DaemonSet');
  });

  it('leads from a name to what it names, and renames both', async () => {
    const uri = newUri();
    const text = `kind: Pod\n---\n${tutorial}`;
    await client.open(uri, text);
    const lines = text.split('\n');
    const mount = lines.findIndex(line => line.includes('- name: varlog'));
    const at = { textDocument: { uri }, position: { line: mount, character: (lines[mount]?.indexOf('varlog') ?? 0) + 1 } };
    const [definition] = await client.connection.sendRequest<{ range: { start: { line: number } } }[]>('textDocument/definition', at);
    assert.equal(
      definition?.range.start.line,
      lines.findLastIndex(line => line.includes('- name: varlog')),
    );
    const edit = await client.connection.sendRequest<{ changes: Record<string, unknown[]> }>('textDocument/rename', {
      ...at,
      newName: 'logs',
    });
    assert.equal(edit.changes[uri]?.length, 2);
    await assert.rejects(client.connection.sendRequest('textDocument/rename', { ...at, newName: 'No Name' }), /lower-case/);
  });

  it('tells which manifest is meant, and every change of a followed one together with its diagnostics', async () => {
    const uri = newUri();
    await client.open(uri, `kind: Namespace\n---\n${tutorial}`);
    const found = await client.connection.sendRequest<ManifestResult>('daemonscope/manifest', {
      uri,
      which: { position: { line: 20, character: 0 } },
    });
    assert.deepEqual(
      [found.manifest.index, found.manifest.name, found.manifest.problem, found.all.length],
      [0, 'fluentd-elasticsearch', null, 1],
    );
    const place = found.manifest.places['spec.updateStrategy.rollingUpdate.maxUnavailable'];
    assert.ok(place, Object.keys(found.manifest.places).join(', '));
    await client.connection.sendNotification('daemonscope/follow', { followed: [{ uri, index: 0 }] });
    await client.change(uri, 2, place, 'none');
    const broken = (await client.notifications(
      'daemonscope/manifestChanged',
      params => (params as ManifestChangedParams).version === 2,
    )) as ManifestChangedParams;
    assert.equal(broken.manifest?.object, null);
    assert.match(broken.manifest?.problem?.message ?? '', /maxUnavailable/);
    await client.change(uri, 3, { start: place.start, end: { line: place.start.line, character: place.start.character + 4 } }, '10%');
    const mended = (await client.notifications(
      'daemonscope/manifestChanged',
      params => (params as ManifestChangedParams).version === 3,
    )) as ManifestChangedParams;
    assert.equal(mended.manifest?.problem, null);
    assert.ok(mended.manifest?.object);
    const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
    await client.change(uri, 4, whole, 'kind: Pod\n');
    const gone = (await client.notifications(
      'daemonscope/manifestChanged',
      params => (params as ManifestChangedParams).version === 4,
    )) as ManifestChangedParams;
    assert.equal(gone.manifest, null);
  });

  it('gives the edits that set a field, as long as the document is still at that version', async () => {
    const uri = newUri();
    await client.open(uri, `kind: Pod\n---\n${tutorial}`);
    const ask = (version: number, path: string) =>
      client.connection.sendRequest<{ edits: { range: { start: { line: number } }; newText: string }[] } | null>('daemonscope/setField', {
        uri,
        index: 0,
        version,
        path,
        json: '10%',
      });
    const line = tutorial.split('\n').findIndex(text => text.includes('maxUnavailable'));
    const [edit] = (await ask(1, 'spec.updateStrategy.rollingUpdate.maxUnavailable'))?.edits ?? [];
    assert.deepEqual([edit?.range.start.line, edit?.newText], [line + 2, '10%']);
    assert.equal(await ask(7, 'spec.updateStrategy.rollingUpdate.maxUnavailable'), null);
    assert.equal(await ask(1, 'spec.template.spec.containers[9].image'), null);
  });

  it('reads texts that are no open documents', async () => {
    const parsed = await client.connection.sendRequest<ParseResult>('daemonscope/parse', {
      text: 'kind: List\nitems: [{a: 1}, {a: 2}]\n---\nb: 3\n',
    });
    assert.deepEqual(parsed, { objects: [{ a: 1 }, { a: 2 }, { b: 3 }], problem: null });
  });

  it('follows settings, and starts with the client’s', async () => {
    const other = await startClient(bundle, { settings: { rules: { 'unknown-field': 'warning' }, codeLens: { enable: false } } });
    const uri = newUri();
    await other.open(uri, tutorial.replace('maxUnavailable: 1', 'maxUnavailabel: 1'));
    await other.diagnostics(uri, list => list.some(one => one.code === 'unknown-field' && one.severity === 2));
    assert.deepEqual(await other.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } }), []);
    await other.stop();
  });

  it('works for a client that can do nothing', async () => {
    const other = await startClient(bundle, { capabilities: {} });
    const uri = newUri();
    await other.open(uri, 'apiVersion: apps/v1\nkind: DaemonSet\nspec:\n  ');
    const list = await other.connection.sendRequest<{ items: { textEdit: { newText: string } }[] }>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 3, character: 2 },
    });
    assert.ok(list.items.length > 0);
    for (const item of list.items) assert.doesNotMatch(item.textEdit.newText, /\$\{?\d/);
    await other.stop();
  });

  const bad: [string, string][] = [
    ['an empty file', ''],
    ['a file of another kind', 'kind: Deployment\nspec: [\n'],
    ['binary', `kind: DaemonSet\n\u0000\u0001\ufffd`],
    ['template braces', 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {{ x }}\n'],
    [
      'an alias bomb',
      `apiVersion: apps/v1\nkind: DaemonSet\nb: &b [a,a,a,a,a,a,a,a,a,a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c]\n`,
    ],
    ['deep nesting', `apiVersion: apps/v1\nkind: DaemonSet\nspec: ${'['.repeat(10_000)}\n`],
    ['keys of Object', 'apiVersion: apps/v1\nkind: DaemonSet\n__proto__: {a: 1}\nconstructor: 1\ntoString: 2\n'],
    ['a thousand documents', Array(1000).fill('apiVersion: apps/v1\nkind: DaemonSet\n').join('---\n')],
  ];
  for (const [name, text] of bad) {
    it(`stays alive with ${name}`, async () => {
      const uri = newUri();
      await client.open(uri, text);
      await client.diagnostics(uri, () => true);
      for (const position of [
        { line: 0, character: 0 },
        { line: 2, character: 3 },
        { line: 99_999, character: 99_999 },
      ]) {
        await client.connection.sendRequest('textDocument/completion', { textDocument: { uri }, position });
        await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
      }
      await client.connection.sendRequest('daemonscope/manifest', { uri, which: { index: 0 } });
      await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    });
  }

  it('answers for documents it does not know', async () => {
    const params = { textDocument: { uri: 'nonsense' }, position: { line: 0, character: 0 } };
    assert.deepEqual(await client.connection.sendRequest('textDocument/completion', params), { isIncomplete: false, items: [] });
    assert.equal(await client.connection.sendRequest('daemonscope/manifest', { uri: 'nonsense', which: { index: 0 } }), null);
    await client.open('untitled:Untitled-1', 'apiVersion: apps/v1\nkind: DaemonSet\n');
    await client.diagnostics('untitled:Untitled-1', list => list.length > 0);
  });
});
