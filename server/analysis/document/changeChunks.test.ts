import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeChunks, textOfChunks } from './changeChunks.ts';
import { splitDocuments } from './split.ts';

const piece = fc.constantFrom(
  ...['---', '---\n', '\n---\n', '...', '...\n', '\n', '\r\n', '\r', 'a: b\n', '  c', '-', '--', '.', ' ', '\u2028---', '--- # x\n', 'é😀'],
);
const anyText = fc.array(piece, { maxLength: 14 }).map(pieces => pieces.join(''));
const position = fc.record({ line: fc.integer({ min: -1, max: 16 }), character: fc.integer({ min: 0, max: 9 }) });
const edit = fc.record({
  range: fc.record({ start: position, end: position }),
  text: fc.array(piece, { maxLength: 3 }).map(all => all.join('')),
});

describe('an edited file', () => {
  it('is the same as one that is taken apart anew', () => {
    const runs = Number(process.env.FUZZ_RUNS ?? 1_500);
    fc.assert(
      fc.property(anyText, fc.array(edit, { maxLength: 5 }), (before, edits) => {
        let text = before;
        let chunks = splitDocuments(before);
        for (const change of edits) {
          text = TextDocument.update(TextDocument.create('file:///a.yaml', 'yaml', 1, text), [change], 2).getText();
          chunks = changeChunks(chunks, change);
          assert.equal(textOfChunks(chunks), text);
          assert.deepEqual(chunks, splitDocuments(text));
        }
      }),
      { numRuns: runs, seed: 1 },
    );
  });

  it('keeps what lies far from the edit as it is', () => {
    const chunks = splitDocuments('a\n---\nb\n---\nc\n---\nd\n---\ne\n');
    const line = { line: 4, character: 0 };
    const changed = changeChunks(chunks, { range: { start: line, end: line }, text: 'x' });
    assert.deepEqual(
      changed.map((chunk, index) => chunk === chunks[index]),
      [true, false, false, false, false],
    );
    assert.equal(changed[0], chunks[0]);
    assert.equal(changed[4]?.text, chunks[4]?.text);
    assert.equal(changed[4]?.start, (chunks[4]?.start ?? 0) + 1);
  });
});
