import assert from 'node:assert/strict';
import { schemaOfQuery, schemaQuery, schemasFor } from './schema.ts';

function sequence(owners: readonly ('ours' | 'theirs')[], schemas: readonly string[]): unknown {
  return JSON.parse(schemaOfQuery(schemaQuery(owners, schemas))).schemaSequence;
}

describe('schema for the YAML extension', () => {
  it('is empty for our documents and the user’s for all others', () => {
    const ref = { $ref: 'https://example.com/a.json' };
    assert.deepEqual(sequence(['theirs', 'ours', 'theirs'], [ref.$ref]), [ref, {}, ref]);
    assert.deepEqual(sequence(['ours', 'theirs'], [ref.$ref, 'file:///b.json']), [{}, { allOf: [ref, { $ref: 'file:///b.json' }] }]);
    assert.deepEqual(sequence(['ours', 'theirs'], []), [{}, {}]);
  });
  it('survives a text that is none of ours', () => {
    for (const query of ['', '{}', '[1', 'null', '[{"a":1}]']) JSON.parse(schemaOfQuery(query));
  });
  it('takes the schemas whose patterns match', () => {
    const setting = { 'https://a': '*.yaml', './b.json': ['x', 'k8s/**'], c: 'none', d: 5 };
    assert.deepEqual(
      schemasFor(setting, pattern => pattern !== 'none' && pattern !== 'x'),
      ['https://a', './b.json'],
    );
    assert.deepEqual(
      schemasFor(undefined, () => true),
      [],
    );
    assert.deepEqual(
      schemasFor('text', () => true),
      [],
    );
  });
});
