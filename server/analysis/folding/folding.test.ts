import assert from 'node:assert/strict';
import { foldsOf } from './folding.ts';

function folds(text: string, most = 5000): readonly string[] {
  return foldsOf(text, most).map(({ start, end, kind }) => `${start}-${end} ${kind}`);
}

describe('folding', () => {
  it('folds blocks by indentation, lists at the column of their key too', () => {
    const text = 'spec:\n  tolerations:\n  - operator: Exists\n    effect: NoSchedule\n  - key: a\n  minReadySeconds: 1\n\nstatus: {}\n';
    assert.deepEqual(folds(text), ['0-5 block', '1-4 block', '2-3 block']);
  });
  it('folds documents below their marker, and never across one', () => {
    const text = 'a:\n  b: 1\n---\nc:\n  d: 1\n\n---\n';
    assert.deepEqual(folds(text), ['0-1 block', '2-4 block', '3-4 block']);
  });
  it('folds rows of comments and regions', () => {
    const text = '# one\n# two\n#region volumes\nvolumes:\n  - name: a\n# endregion\n';
    assert.deepEqual(folds(text), ['0-1 comment', '2-5 region', '3-4 block']);
  });
  it('leaves a comment between two entries to the block around it, and one behind it to nobody', () => {
    assert.deepEqual(folds('a:\n  b: 1\n# c\n  d: 1\n# e\nf: 1'), ['0-3 block']);
  });
  it('folds a block scalar and JSON', () => {
    assert.deepEqual(folds('run: |\n  one\n\n  two\nnext: 1'), ['0-3 block']);
    assert.deepEqual(folds('{\n  "a": {\n    "b": 1\n  }\n}'), ['0-3 block', '1-2 block']);
  });
  it('gives the outermost ones when there are too many, and nothing for nothing', () => {
    assert.deepEqual(folds('a:\n  b:\n    c: 1\nd:\n  e:\n    f: 1', 2), ['0-2 block', '3-5 block']);
    assert.deepEqual(folds(''), []);
    assert.deepEqual(folds('---\n---\r\n...\n# endregion'), []);
  });
  it('takes a text of deep and broken nesting in its stride', () => {
    const deep = Array.from({ length: 3000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
    assert.equal(folds(deep, 100).length, 100);
    assert.deepEqual(folds('\t\ta: [\n}}}\n  : -'), ['1-2 block']);
  });
});
