import assert from 'node:assert/strict';
import { indexLines, offsetAt } from '../document/lineIndex.ts';
import { plainFile } from '../settings.ts';
import { selectionsAt } from './selection.ts';

/** What is selected, step by step, from the cursor `┆` on. */
function selected(marked: string): readonly string[] {
  const text = marked.replace('┆', '');
  const lines = indexLines(text);
  return selectionsAt(text, marked.indexOf('┆'), plainFile).map(range =>
    text.slice(offsetAt(lines, range.start), offsetAt(lines, range.end)),
  );
}

describe('growing selection', () => {
  it('takes value, entry, list item, list, field, document', () => {
    assert.deepEqual(selected('a: 1\nlist:\n  - name: lo┆gs\n    path: /\n  - x\n'), [
      '',
      'logs',
      'name: logs',
      'name: logs\n    path: /',
      '- name: logs\n    path: /\n  - x',
      'list:\n  - name: logs\n    path: /\n  - x',
      'a: 1\nlist:\n  - name: logs\n    path: /\n  - x',
    ]);
  });
  it('starts at a key, and in flow style', () => {
    assert.deepEqual(selected('k┆ey: 1\n').slice(0, 3), ['', 'key', 'key: 1']);
    assert.deepEqual(selected('m: {a: [1, 2┆2]}').slice(1, 5), ['22', '[1, 22]', 'a: [1, 22]', '{a: [1, 22]}']);
  });
  it('holds each selection inside the next, wherever it starts and whatever the text', () => {
    const texts = ['a:\n  b: [1, {c: d\n---x', 'x: &a {b: *a}\ny: |\n  text\n\n', '', '- - - a\n- ? b\n  : c\n', '\t"'];
    for (const text of texts) {
      const lines = indexLines(text);
      for (let offset = 0; offset <= text.length; offset++) {
        const spans = selectionsAt(text, offset, plainFile).map(
          ({ start, end }) => [offsetAt(lines, start), offsetAt(lines, end)] as const,
        );
        assert.ok(spans.length > 0);
        for (let i = 1; i < spans.length; i++) assert.ok(spans[i]![0] <= spans[i - 1]![0] && spans[i]![1] >= spans[i - 1]![1], text);
      }
    }
  });
});
