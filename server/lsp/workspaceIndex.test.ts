import assert from 'node:assert/strict';
import type { ServerHost, WorkspaceFiles } from './host.ts';
import { createWorkspaceIndex } from './workspaceIndex.ts';

function hostOf(workspaceFiles: WorkspaceFiles | null): ServerHost {
  return { defer: work => void setImmediate(work), fileExists: () => null, readText: () => null, workspaceFiles };
}

/** A workspace of so many files; tells how many have been read. */
function workspace(count: number): WorkspaceFiles & { reads: number } {
  const files = {
    reads: 0,
    async *list(_: readonly string[], isCancelled: () => boolean) {
      for (let i = 0; i < count && !isCancelled(); i++) yield `file:///${i}.yaml`;
    },
    read: async (uri: string, _: number) => {
      files.reads++;
      return `kind: Secret\nmetadata:\n  name: s${uri.replace(/\D/g, '')}\n`;
    },
  };
  return files;
}

describe('index of a workspace', () => {
  it('ends at 5,000 files', async () => {
    const files = workspace(5_100);
    const index = createWorkspaceIndex(hostOf(files));
    assert.equal(index.start(['file:///']), true);
    assert.equal(index.start(['file:///']), false, 'it is read once');
    await index.settled();
    assert.equal(files.reads, 5_000);
    assert.equal(index.objects().length, 5_000);
  });
  it('ends with the server', async () => {
    const files = workspace(100);
    const index = createWorkspaceIndex(hostOf(files));
    index.start(['file:///']);
    index.stop();
    await index.settled();
    assert.equal(files.reads, 0);
  });
  it('outlives a file that cannot be read, and knows nothing where none can', async () => {
    const files = workspace(4);
    const read = async (uri: string, mostBytes: number): Promise<string | null> => {
      if (uri.includes('1')) throw new Error('no permission');
      return uri.includes('2') ? null : files.read(uri, mostBytes);
    };
    const index = createWorkspaceIndex(hostOf({ ...files, read }));
    index.start(['file:///']);
    for (const name of ['1', '7']) index.refresh(`file:///${name}.yaml`);
    await index.settled();
    assert.deepEqual(
      index
        .objects()
        .map(({ object }) => object.name)
        .sort(),
      ['s0', 's3', 's7'],
    );
    const blind = createWorkspaceIndex(hostOf(null));
    blind.start(['file:///']);
    await blind.settled();
    assert.deepEqual(blind.objects(), []);
  });
});
