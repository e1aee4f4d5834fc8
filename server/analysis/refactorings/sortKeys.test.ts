import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { jsonEquals } from '../../../core/base/json.ts';
import { splitDocuments } from '../document/split.ts';
import { readValue } from '../document/value.ts';
import { readYamlDocument } from '../document/yamlDocument.ts';
import { applySpanEdits } from '../edits/applySpanEdits.ts';
import { plainFile } from '../settings.ts';
import { refactoringsAt } from './refactorings.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

function sorted(text: string): string | null {
  const found = refactoringsAt(readYamlDocument(text, plainFile), text.indexOf('kind: DaemonSet') + 1).find(one =>
    one.title.startsWith('Sort'),
  );
  return found === undefined ? null : applySpanEdits(text, found.edits);
}

const mixed = `# Copyright
kind: DaemonSet
spec:
  template:
    spec:
      volumes: [] # none

      # what runs
      containers:
        # the agent
        - image: a:1
          # what it is called
          name: agent
          args:
            - |
              b: 1

              a: 2
          # env:
          #   - off
        - name: other
          image: b:1
      hostNetwork: true
    metadata:
      labels:
        z: "1"
        app: agent
  # which pods are ours
  selector:
    matchLabels: {z: "1", app: agent}

# how it is called
metadata:
  namespace: x
  name: agent
apiVersion: apps/v1
# the end
`;

describe('sorting keys', () => {
  it('puts them in the usual order, comments with them', () => {
    assert.equal(
      sorted(mixed),
      `# Copyright
apiVersion: apps/v1
kind: DaemonSet

# how it is called
metadata:
  name: agent
  namespace: x
spec:
  # which pods are ours
  selector:
    matchLabels: {z: "1", app: agent}
  template:
    metadata:
      labels:
        z: "1"
        app: agent
    spec:
      hostNetwork: true

      # what runs
      containers:
        # the agent
          # what it is called
        - name: agent
          image: a:1
          args:
            - |
              b: 1

              a: 2
          # env:
          #   - off
        - name: other
          image: b:1
      volumes: [] # none
# the end
`,
    );
  });

  it('does so once, with any line break', () => {
    assert.equal(sorted(sorted(mixed) ?? ''), null);
    const crlf = mixed.replaceAll('\n', '\r\n');
    assert.equal(sorted(crlf), sorted(mixed)?.replaceAll('\n', '\r\n'));
  });

  it('is not offered where an alias would come before its anchor, and leaves braces alone', () => {
    const anchored = 'kind: DaemonSet\nspec:\n  template: &t\n    metadata: {}\n  minReadySeconds: 1\nmetadata: *t\napiVersion: apps/v1\n';
    assert.equal(sorted(anchored), null);
    assert.equal(sorted('{"kind": "DaemonSet", "apiVersion": "apps/v1"}'), null);
  });

  it('loses no comment and no value of any example', () => {
    const folder = path.join(root, 'examples');
    const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.yaml'));
    let tried = 0;
    for (const { text } of files.flatMap(file => splitDocuments(fs.readFileSync(path.join(folder, file), 'utf8')))) {
      // Every object the other way round is as wrong as can be.
      const after = sorted(text);
      if (after === null) continue;
      tried++;
      assert.ok(jsonEquals(valueIn(after), valueIn(text)));
      assert.deepEqual(
        after
          .split('\n')
          .map(line => line.trim().replace(/^- /, ''))
          .sort(),
        text
          .split('\n')
          .map(line => line.trim().replace(/^- /, ''))
          .sort(),
      );
    }
    assert.ok(tried >= 5, `${tried} were not in order`);
  });
});

function valueIn(text: string) {
  return readValue(readYamlDocument(text, plainFile).root).value;
}
