import assert from 'node:assert/strict';
import { namedObject } from './namedObjects.ts';

describe('objects that other documents define', () => {
  it('have kind, name, namespace, place and keys', () => {
    const found = namedObject(
      '# mine\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  labels:\n    a: b\n  name: "agent-config"\n  namespace: x\ndata:\n  a.conf: 1\n  b: |\n    c: d\n',
    );
    assert.deepEqual(found, {
      kind: 'ConfigMap',
      name: 'agent-config',
      namespace: 'x',
      range: { start: { line: 6, character: 9 }, end: { line: 6, character: 21 } },
      keys: ['a.conf', 'b'],
      selector: null,
    });
  });
  it('select pods when they are Services', () => {
    const text =
      'kind: Service\nmetadata: {name: web}\nspec:\n  ports:\n    - port: 80\n  selector:\n    app: agent\n    app.kubernetes.io/part-of: "logs"\n  type: ClusterIP\n';
    const found = namedObject(text);
    assert.equal(found?.name, 'web');
    assert.deepEqual(
      [...(found?.selector?.labels ?? [])],
      [
        ['app', 'agent'],
        ['app.kubernetes.io/part-of', 'logs'],
      ],
    );
    assert.equal(found?.selector?.range.start.line, 5);
    assert.equal(namedObject('kind: Service\nmetadata:\n  name: a\nspec:\n  selector:\n  type: ExternalName')?.selector, null);
  });
  it('are none of another kind, without a name, or in a text of any length', () => {
    assert.equal(namedObject('kind: Pod\nmetadata:\n  name: a\n'), null);
    assert.equal(namedObject('kind: Secret\nmetadata:\n  labels: {}\n'), null);
    assert.equal(namedObject(`kind: Secret\n${'metadata:\n  x: 1\n'.repeat(20_000)}`), null);
    assert.equal(namedObject(`kind: Secret\nmetadata:\n${'  x: 1\n'.repeat(50_000)}`), null);
  });
});
