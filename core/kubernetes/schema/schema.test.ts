import assert from 'node:assert/strict';
import { childrenOf, fieldAt, fieldOf, isKnownIn, typeFacts } from './schema.ts';

const container = ['spec', 'template', 'spec', 'containers', 0];

describe('schema', () => {
  it('follows a path through lists and maps', () => {
    assert.equal(fieldAt([])?.ref, 'DaemonSet');
    assert.equal(fieldAt([...container, 'image'])?.kind, 'string');
    assert.equal(fieldAt(container)?.ref, 'Container');
    assert.equal(fieldAt([...container, 'resources', 'limits', 'cpu'])?.kind, 'quantity');
    assert.deepEqual(fieldAt(['spec', 'updateStrategy', 'type'])?.enum, ['OnDelete', 'RollingUpdate']);
    assert.deepEqual(
      fieldAt(['spec', 'template', 'spec', 'volumes', 0, 'ephemeral', 'volumeClaimTemplate', 'spec', 'accessModes', 0])?.enum?.length,
      4,
    );
  });
  it('has nothing below what it does not know', () => {
    assert.equal(fieldAt(['spec', 'replicas']), undefined);
    assert.equal(fieldAt(['spec', 'replicas', 'x', 0]), undefined);
    assert.equal(fieldAt(['spec', '__proto__', 'toString']), undefined);
    assert.equal(fieldAt([...container, 'image', 0]), undefined);
    assert.equal(typeFacts('constructor'), undefined);
    assert.equal(fieldOf('Container', 'toString'), undefined);
  });
  it('lists children by version', () => {
    const pod = ['spec', 'template', 'spec'];
    assert.ok(childrenOf(pod, '1.32').has('resources'));
    assert.ok(!childrenOf(pod, '1.31').has('resources'));
    assert.ok(childrenOf(pod, '1.35').has('workloadRef') && !childrenOf(pod, '1.36').has('workloadRef'));
    assert.equal(childrenOf([...container, 'image']).size, 0);
    assert.ok(isKnownIn({ kind: 'string' }, '1.29'));
  });
});
