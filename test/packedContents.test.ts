import assert from 'node:assert/strict';
import { mostBytes, required, wrongContents } from '../scripts/package/contents.mjs';
import { listZip } from '../scripts/package/zip.mjs';

describe('what may be in the packed extension', () => {
  it('is what must be in it', () => assert.deepEqual(wrongContents(required, 1000), []));

  for (const stray of [
    'extension/node_modules/yaml/package.json',
    'extension/client/host/activate.ts',
    'extension/dist/host.js.map',
    'extension/dist/deep/host.js',
    'extension/.vscode/launch.json',
    'extension/test/e2e/e2e.test.ts',
    'extension/media/source.psd',
  ]) {
    it(`is not ${stray}`, () => assert.deepEqual(wrongContents([...required, stray], 1000), [`${stray} does not belong in it`]));
  }

  it('says what is missing, and what is too much', () => {
    const without = required.filter(name => !name.endsWith('dist/panel-worker.js'));
    assert.deepEqual(wrongContents(without, mostBytes + 1), [
      'extension/dist/panel-worker.js is missing',
      `it has ${mostBytes + 1} bytes, more than ${mostBytes}`,
    ]);
  });
});

describe('the table of contents of a ZIP file', () => {
  it('is read', () => {
    assert.deepEqual(listZip(zipOf({})), []);
    assert.deepEqual(listZip(zipOf({ 'a.txt': 'hi', '한글.txt': '' })), [
      { name: 'a.txt', size: 2, packed: 2 },
      { name: '한글.txt', size: 0, packed: 0 },
    ]);
  });

  it('is not looked for in what is no ZIP file', () => assert.throws(() => listZip(Buffer.from('no zip')), /not a ZIP file/));
});

/** A ZIP file's directory and end, as its specification (APPNOTE 4.3) lays them out; the files themselves are left out, because nobody reads them here. */
function zipOf(files: Readonly<Record<string, string>>): Buffer {
  const entries = Object.entries(files).map(([name, content]) => {
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt32LE(content.length, 20);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([entry, Buffer.from(name)]);
  });
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(0, 16);
  return Buffer.concat([...entries, end]);
}
