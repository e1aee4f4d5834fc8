import assert from 'node:assert/strict';
import { spokenDuration } from './duration.ts';
import { koreanUnits } from './words/units.ts';

const spans = [0, 300, 42_000, 245_000, 120_000, 6_720_000, 133_200_000, 270_000_000, -42_000];

describe('a span in a sentence', () => {
  it('has one or two units', () => {
    assert.deepEqual(
      spans.map(span => spokenDuration(span)),
      ['0 s', '< 1 s', '42 s', '4 m 05 s', '2 m', '1 h 52 m', '37 h', '3 d 03 h', '−42 s'],
    );
  });

  it('is written in Korean too', () => {
    assert.deepEqual(
      spans.map(span => spokenDuration(span, koreanUnits)),
      ['0초', '1초 미만', '42초', '4분 05초', '2분', '1시간 52분', '37시간', '3일 03시간', '−42초'],
    );
  });
});
