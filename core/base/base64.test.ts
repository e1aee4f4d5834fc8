import assert from 'node:assert/strict';
import fc from 'fast-check';
import { base64, base64Url, bytesOfBase64Url } from './base64.ts';
import { textOfUtf8, utf8Bytes } from './utf8.ts';

describe('base64', () => {
  it('is what Node makes of the same text, and comes back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const bytes = utf8Bytes(text);
        assert.equal(bytes, Buffer.from(text, 'utf8').toString('latin1'));
        assert.equal(base64(bytes), Buffer.from(text).toString('base64'));
        assert.equal(base64Url(bytes), Buffer.from(text).toString('base64url'));
        assert.equal(bytesOfBase64Url(base64Url(bytes)), bytes);
        assert.equal(textOfUtf8(bytes), text);
      }),
      { seed: 11, numRuns: 300 },
    );
  });

  it('says where a text is none', () => {
    assert.equal(bytesOfBase64Url('ab+d'), 2);
    assert.equal(bytesOfBase64Url('abcde'), 4);
    assert.equal(textOfUtf8('\u00ff'), null);
  });
});
