import assert from 'node:assert/strict';
import { canonicalJson, isJsonObject, type JsonValue } from '../../../core/base/json.ts';
import { readValue } from '../document/value.ts';
import { readYamlDocument } from '../document/yamlDocument.ts';
import type { SpanEdit } from '../finding.ts';
import { fieldSteps } from './fieldSteps.ts';
import { setField } from './setField.ts';

function edited(text: string, path: string, json: JsonValue): string | null {
  const document = readYamlDocument(text, { template: false });
  const steps = fieldSteps(path);
  if (document.root?.kind !== 'mapping' || steps === null) throw new Error('no mapping');
  const edits = setField(document, document.root, steps, json);
  return edits === null ? null : apply(text, edits);
}

function apply(text: string, edits: readonly SpanEdit[]): string {
  let result = text;
  let last = text.length;
  for (const { span, newText } of [...edits].sort((a, b) => b.span.start - a.span.start || b.span.end - a.span.end)) {
    assert.ok(span.end <= last, 'edits do not overlap');
    result = result.slice(0, span.start) + newText + result.slice(span.end);
    last = span.start;
  }
  return result;
}

const rolling = `spec:
  updateStrategy: # how
    type: RollingUpdate # one after the other
    rollingUpdate:
      maxUnavailable: 1 # 하나씩
  template: {}
`;

describe('an edit of one field', () => {
  it('changes a value and nothing else', () => {
    assert.equal(
      edited(rolling, 'spec.updateStrategy.rollingUpdate.maxUnavailable', '10%'),
      rolling.replace('maxUnavailable: 1 ', 'maxUnavailable: 10% '),
    );
  });
  it('goes into an object member by member: what stays keeps its comments', () => {
    assert.equal(
      edited(rolling, 'spec.updateStrategy', { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } }),
      rolling.replace('maxUnavailable: 1 # 하나씩', 'maxUnavailable: 0 # 하나씩\n      maxSurge: 1'),
    );
    assert.equal(
      edited(rolling, 'spec.updateStrategy', { type: 'OnDelete' }),
      rolling.replace('RollingUpdate #', 'OnDelete #').replace('    rollingUpdate:\n      maxUnavailable: 1 # 하나씩\n', ''),
    );
  });
  it('writes the fields on the way', () => {
    const bare = 'spec:\n    selector: {}\n';
    assert.equal(
      edited(bare, 'spec.updateStrategy.rollingUpdate.maxUnavailable', '10%'),
      'spec:\n    selector: {}\n    updateStrategy:\n        rollingUpdate:\n            maxUnavailable: 10%\n',
    );
    assert.equal(
      edited('spec:\n  updateStrategy:\n  a: 1\n', 'spec.updateStrategy', { type: 'OnDelete' }),
      'spec:\n  updateStrategy:\n    type: OnDelete\n  a: 1\n',
    );
  });
  it('keeps flow style, line breaks and a file without a last one', () => {
    assert.equal(
      edited('spec: { updateStrategy: { type: OnDelete } }', 'spec.updateStrategy', {
        type: 'RollingUpdate',
        rollingUpdate: { maxUnavailable: 2 },
      }),
      'spec: { updateStrategy: { type: RollingUpdate, rollingUpdate: { maxUnavailable: 2 } } }',
    );
    assert.equal(edited('a:\r\n  b: 1\r\n', 'a.c', 2), 'a:\r\n  b: 1\r\n  c: 2\r\n');
    assert.equal(edited('a:\n  b: 1', 'a.c', 2), 'a:\n  b: 1\n  c: 2');
    assert.equal(edited('a: {}\n', 'a.c', 2), 'a: { c: 2 }\n');
  });
  it('finds its way through lists and keys with dots', () => {
    const text = 'containers:\n  - name: a\n    image: x:1\n  - name: b\n    image: y:1\n';
    assert.equal(edited(text, 'containers[1].image', 'y:2'), text.replace('y:1', '"y:2"'));
    assert.equal(edited(text, 'containers[0].imagePullPolicy', 'Always'), text.replace('x:1\n', 'x:1\n    imagePullPolicy: Always\n'));
    assert.equal(
      edited('labels:\n  app.kubernetes.io/name: x\n', 'labels[app.kubernetes.io/name]', 'z'),
      'labels:\n  app.kubernetes.io/name: z\n',
    );
  });
  it('is refused where it would change something else, or nothing', () => {
    assert.equal(edited('a: &x\n  b: 1\nc: *x\n', 'c.b', 2), null);
    assert.equal(edited('a: &x\n  b: 1\nc: *x\n', 'c', 2), null);
    assert.equal(edited('a: 1\n', 'a.b', 2), null);
    assert.equal(edited('a: []\n', 'a[3]', 2), null);
    assert.equal(fieldSteps('a..b'), null);
    assert.equal(fieldSteps(''), null);
    assert.equal(fieldSteps('a[b'), null);
  });
  it('says in the text what was asked for, for every usual strategy and every way to write one', () => {
    const strategies: readonly JsonValue[] = [
      { type: 'OnDelete' },
      { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%' } },
      { type: 'RollingUpdate', rollingUpdate: { maxSurge: '10%', maxUnavailable: 0 } },
    ];
    const texts = [
      rolling,
      'spec:\n  a: 1\n',
      'spec:\n  updateStrategy:\n',
      'spec:\n  updateStrategy: {}\n',
      'spec:\n  updateStrategy:\n    rollingUpdate:\n      maxUnavailable: 3\n',
      'spec:\n  updateStrategy: { type: OnDelete }\n  b: 2\n',
      '{"spec": {"updateStrategy": {"type": "OnDelete"}, "b": 2}}',
    ];
    for (const text of texts) {
      for (const strategy of strategies) {
        const result = edited(text, 'spec.updateStrategy', strategy);
        assert.ok(result !== null, text);
        const { value, problems } = readValue(readYamlDocument(result, { template: false }).root);
        assert.deepEqual(problems, []);
        const spec = isJsonObject(value) ? value.spec : undefined;
        assert.equal(canonicalJson(isJsonObject(spec) ? (spec.updateStrategy ?? null) : null), canonicalJson(strategy), result);
      }
    }
  });
});
