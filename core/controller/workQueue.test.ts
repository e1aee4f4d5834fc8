import assert from 'node:assert/strict';
import { createWorkQueue, enqueue, enqueueAfter, enqueueRateLimited, forget, nextDue, takeKey } from './workQueue.ts';

describe('work queue', () => {
  it('holds a key once, first come first served', () => {
    const queue = createWorkQueue();
    for (const key of ['b', 'a', 'b']) enqueue(queue, key, 5);
    assert.equal(nextDue(queue), 5);
    assert.deepEqual([takeKey(queue, 5), takeKey(queue, 5), takeKey(queue, 5)], ['b', 'a', null]);
  });
  it('keeps one timer a key: the earliest wins, later ones are forgotten', () => {
    const queue = createWorkQueue();
    enqueueAfter(queue, 'a', 30_000, 0);
    enqueueAfter(queue, 'a', 60_000, 1000);
    assert.equal(nextDue(queue), 30_000);
    enqueueAfter(queue, 'a', 5, 2000);
    assert.equal(nextDue(queue), 2005);
    assert.equal(takeKey(queue, 2004), null);
    assert.equal(takeKey(queue, 2005), 'a');
    assert.equal(nextDue(queue), null);
  });
  it('leaves the timer alone when a key is queued at once', () => {
    const queue = createWorkQueue();
    enqueueAfter(queue, 'a', 1000, 0);
    enqueue(queue, 'a', 1);
    assert.equal(takeKey(queue, 1), 'a');
    assert.equal(nextDue(queue), 1000);
  });
  it('doubles the delay of a key that fails, from 5 ms to 1000 s, until it succeeds', () => {
    const queue = createWorkQueue();
    const delays = Array.from({ length: 20 }, (_, i) => enqueueRateLimited(queue, 'a', i * 2_000_000));
    assert.deepEqual(delays.slice(0, 4), [5, 10, 20, 40]);
    assert.deepEqual(delays.slice(17), [655_360, 1_000_000, 1_000_000]);
    forget(queue, 'a');
    assert.equal(enqueueRateLimited(queue, 'a', 90_000_000), 5);
  });
  it('lets no more than ten retries a second through once a hundred are used up', () => {
    const queue = createWorkQueue();
    const delays = Array.from({ length: 103 }, (_, i) => enqueueRateLimited(queue, `key ${i}`, 0));
    assert.deepEqual(delays.slice(98), [5, 5, 100, 200, 300]);
  });
});
