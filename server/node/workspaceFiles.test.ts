import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { workspaceFiles } from './workspaceFiles.ts';

describe('files of a workspace', () => {
  let folder = '';
  const put = (name: string, text = 'kind: Secret'): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  };
  const listed = async (isCancelled = (): boolean => false): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const uri of workspaceFiles.list([pathToFileURL(folder).href, 'git:/x', 'file:///not/there'], isCancelled))
      found.push(path.relative(folder, decodeURI(new URL(uri).pathname)));
    return found.sort();
  };
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-files-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('are its YAML files, wherever they lie', async () => {
    for (const name of ['a.yaml', 'x/y/b c.yml', 'x/c.json', '.git/d.yaml', 'node_modules/e.yaml']) put(name);
    fs.symlinkSync(folder, path.join(folder, 'x', 'loop'));
    assert.deepEqual(await listed(), ['a.yaml', 'x/y/b c.yml']);
  });
  it('are no more once nobody wants them', async () => {
    for (const name of ['a.yaml', 'b.yaml']) put(name);
    assert.deepEqual(await listed(() => true), []);
  });
  it('are read up to a size, and left out when they cannot be', async () => {
    put('a.yaml', 'x'.repeat(10));
    const uri = pathToFileURL(path.join(folder, 'a.yaml')).href;
    assert.equal(await workspaceFiles.read(uri, 10), 'xxxxxxxxxx');
    assert.equal(await workspaceFiles.read(uri, 9), null);
    assert.equal(await workspaceFiles.read(`${uri}.none`, 9), null);
    assert.equal(await workspaceFiles.read('untitled:a', 9), null);
  });
});
