import assert from 'node:assert/strict';
import { type CrashHistory, judgeCrash } from './crashPolicy.ts';

describe('a server that dies', () => {
  it('is started again, and the user hears of the first time only', () => {
    let history: CrashHistory = [];
    const told: boolean[] = [];
    for (const now of [0, 1_000, 2_000]) {
      const verdict = judgeCrash(history, now);
      assert.ok(verdict.restart);
      told.push(verdict.tell);
      history = verdict.history;
    }
    assert.deepEqual(told, [true, false, false]);
  });

  it('is given up when it dies six times in three minutes', () => {
    let history: CrashHistory = [];
    const restarted = [0, 1, 2, 3, 4, 5].map(second => {
      const verdict = judgeCrash(history, second * 1000);
      history = verdict.history;
      return verdict.restart;
    });
    assert.deepEqual(restarted, [true, true, true, true, true, false]);
  });

  it('is started again for ever when it dies now and then', () => {
    let history: CrashHistory = [];
    for (let hour = 0; hour < 100; hour++) {
      const verdict = judgeCrash(history, hour * 3_600_000);
      assert.ok(verdict.restart);
      history = verdict.history;
      assert.ok(history.length <= 6);
    }
  });
});
