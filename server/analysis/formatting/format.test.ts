import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { splitDocuments } from '../document/split.ts';
import { readYamlDocument } from '../document/yamlDocument.ts';
import { applySpanEdits } from '../edits/applySpanEdits.ts';
import { plainFile } from '../settings.ts';
import { formatDocument } from './format.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

function formatted(text: string, indent = 2, lines?: (line: number) => boolean): string {
  return applySpanEdits(text, formatDocument(readYamlDocument(text, plainFile), { indent, trimTrailingWhitespace: true }, lines));
}

const untidy = `# head
apiVersion:   apps/v1
kind : DaemonSet
metadata:
      # who
      name: agent   # comments keep their distance
      annotations: {a: 1,b: 2}
spec:
   template:
      spec:
         containers:
         -   name:   a
             args:
                   - |
                        script
                          deeper

                        end
                   - "two
                     lines"
                   - plain
                     goes on
             # env:
             #   - off
         # the other
         -
             name: b
             image: &i x
         - {name: c,
            image: *i}
`;

describe('formatting', () => {
  it('puts indentation and blanks in order, and leaves the rest', () => {
    assert.equal(
      formatted(untidy),
      `# head
apiVersion: apps/v1
kind: DaemonSet
metadata:
  # who
  name: agent   # comments keep their distance
  annotations: {a: 1,b: 2}
spec:
  template:
    spec:
      containers:
      - name: a
        args:
        - |
             script
               deeper

             end
        - "two
          lines"
        - plain
          goes on
        # env:
        #   - off
      # the other
      -
        name: b
        image: &i x
      - {name: c,
         image: *i}
`,
    );
  });

  it('indents by what the editor says, and is done after once', () => {
    const four = formatted(untidy, 4);
    assert.match(four, /^ {4}template:\n {8}spec:\n {12}containers:\n {12}- name: a$/m);
    assert.equal(formatted(four, 4), four);
    assert.equal(formatted(formatted(untidy)), formatted(untidy));
    assert.equal(formatted(formatted(untidy, 4)), formatted(untidy));
  });

  it('keeps lists below their key where the document has them there', () => {
    assert.equal(formatted('a:\n    - b: 1\n      c: 2\nd:\n        - e\n'), 'a:\n  - b: 1\n    c: 2\nd:\n  - e\n');
  });

  it('keeps line breaks, characters of any script and the blanks of a text', () => {
    assert.equal(formatted('가:\r\n    나: 1  \r\n\r\n    다: |\r\n        x  \r\n'), '가:\r\n  나: 1\r\n\r\n  다: |\r\n      x  \r\n');
  });

  it('formats some lines only where the others allow it', () => {
    const text = 'a:\n    b: 1\nc:   2\nd:    3\n';
    assert.equal(
      formatted(text, 2, line => line === 2),
      'a:\n    b: 1\nc: 2\nd:    3\n',
    );
    const half = 'a:\n    b: 1\n    c: 2\n';
    assert.equal(
      formatted(half, 2, line => line === 1),
      half,
    );
  });

  it('leaves alone what cannot be read, and JSON', () => {
    for (const text of ['a:\n\tb: 1\n', 'a: [\n', '', '{"a":   1}\n', '# only a comment\n', 'a:   {{ b }}\n'])
      assert.equal(formatted(text), text);
  });

  it('leaves every example as it is', () => {
    const folder = path.join(root, 'examples');
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(one => one.endsWith('.yaml')))
      for (const { text } of splitDocuments(fs.readFileSync(path.join(folder, file), 'utf8')))
        assert.equal(formatted(text), trimmed(text), file);
  });

  it('brings them back when they have been indented otherwise', () => {
    const folder = path.join(root, 'examples');
    let tried = 0;
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(one => one.endsWith('.yaml'))) {
      for (const { text } of splitDocuments(fs.readFileSync(path.join(folder, file), 'utf8'))) {
        const wide = formatted(text, 5);
        if (wide !== text) tried++;
        assert.equal(formatted(wide), trimmed(text), file);
      }
    }
    assert.ok(tried >= 10);
  });
});

/** `kubectl get -o yaml` writes a blank behind an empty value. */
function trimmed(text: string): string {
  return text.replace(/[ \t]+$/gm, '');
}
