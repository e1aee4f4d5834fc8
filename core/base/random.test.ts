import assert from 'node:assert/strict';
import { createFnv64, fnv1a32, fnv64Hex, updateFnv64 } from './fnv.ts';
import { createQueue, pop, push } from './priorityQueue.ts';
import { createRandom, nextInt, nextUint32, shuffle } from './random.ts';

describe('base', () => {
  it('draws the same sequence from the same seed, another from another', () => {
    const draw = (seed: number): number[] => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => nextUint32(random));
    };
    assert.deepEqual(draw(7), draw(7));
    assert.notDeepEqual(draw(7), draw(8));
  });
  it('draws integers evenly below a bound', () => {
    const random = createRandom(1);
    const counts = [0, 0, 0];
    for (let i = 0; i < 3000; i++) counts[nextInt(random, 3)]! += 1;
    for (const count of counts) assert.ok(count > 900 && count < 1100, String(counts));
  });
  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 20 }, (_, i) => i);
    const mixed = shuffle(createRandom(3), [...items]);
    assert.notDeepEqual(mixed, items);
    assert.deepEqual(
      [...mixed].sort((a, b) => a - b),
      items,
    );
  });
  it('hashes as FNV-1a does', () => {
    assert.equal(fnv1a32('foobar'), 0xbf9cf968);
    const hash = createFnv64();
    updateFnv64(hash, 'foobar');
    assert.equal(fnv64Hex(hash), '85944171f73967e8');
  });
  it('pops a queue in order', () => {
    const queue = createQueue<number>((a, b) => a < b);
    const random = createRandom(5);
    const items = Array.from({ length: 200 }, () => nextInt(random, 50));
    for (const item of items) push(queue, item);
    assert.deepEqual(
      Array.from({ length: 200 }, () => pop(queue)),
      [...items].sort((a, b) => a - b),
    );
  });
});
