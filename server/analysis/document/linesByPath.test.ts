import assert from 'node:assert/strict';
import { linesByPath } from './linesByPath.ts';

describe('lines by path', () => {
  it('are those of keys and list items, in block and flow style', () => {
    assert.deepEqual(linesByPath('# a comment\nkind: Scenario\nevents:\n  - at: 5s\n    do: cordon\n  - {at: 9s, do: drain}\n'), {
      kind: 1,
      events: 2,
      'events[0]': 3,
      'events[0].at': 3,
      'events[0].do': 4,
      'events[1]': 5,
      'events[1].at': 5,
      'events[1].do': 5,
    });
  });

  it('are none where there is nothing, or nothing that parses, and `__proto__` is a key like another', () => {
    assert.deepEqual(linesByPath(''), {});
    assert.deepEqual(linesByPath('a: &x *x'), { a: 0 });
    assert.equal(Object.entries(linesByPath('__proto__: 1')).length, 1);
  });
});
