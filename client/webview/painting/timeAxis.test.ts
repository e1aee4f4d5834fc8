import assert from 'node:assert/strict';
import { instantAt, ticks, xOf } from './timeAxis.ts';

describe('the time axis', () => {
  it('has round labels with room between them, from milliseconds to weeks', () => {
    for (const end of [1, 90, 5_000, 74_000, 760_000, 7_200_000, 86_400_000, 604_800_000, 1e12]) {
      const marks = ticks(0, end, 800);
      assert.ok(marks.length >= 1 && marks.length <= 13, `${end}: ${marks.length}`);
      assert.equal(new Set(marks.map(mark => mark.label)).size, marks.length, marks.map(mark => mark.label).join());
    }
    assert.deepEqual(
      ticks(0, 74_000, 300).map(mark => mark.label),
      ['0', '30 s', '1 m'],
    );
  });
  it('leads from an instant to a place and back', () => {
    const scale = { left: 8, width: 800, begin: 0, end: 74_000 };
    for (const at of [0, 1_000, 37_000, 74_000]) assert.ok(Math.abs(instantAt(scale, xOf(scale, at)) - at) <= 1);
    assert.equal(instantAt(scale, -50), 0);
    assert.equal(instantAt(scale, 5_000), 74_000);
    assert.equal(xOf({ ...scale, end: 0 }, 0), 8);
  });
  it('may begin later than 0: what was before lies at its left end', () => {
    const scale = { left: 8, width: 800, begin: 3_600_000, end: 3_630_000 };
    for (const at of [3_600_000, 3_617_250, 3_630_000]) assert.ok(Math.abs(instantAt(scale, xOf(scale, at)) - at) <= 20);
    assert.equal(xOf(scale, 0), 8);
    const marks = ticks(scale.begin, scale.end, 800);
    assert.ok(marks.length >= 2 && marks.length <= 13 && marks.every(({ at }) => at >= scale.begin && at <= scale.end));
  });
});
