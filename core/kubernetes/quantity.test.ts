import assert from 'node:assert/strict';
import { compareQuantities, isWhole, parseQuantity, type Quantity, scaledUp } from './quantity.ts';
import { formatQuantity } from './quantityPrint.ts';

const read = (text: string): Quantity => {
  const quantity = parseQuantity(text);
  if (typeof quantity === 'string') throw new Error(`${text}: ${quantity}`);
  return quantity;
};

describe('quantity', () => {
  for (const [text, canonical] of [
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['0.1Gi', '107374182400m'],
    ['1e3', '1e3'],
    ['1.1n', '2n'],
    ['8Ei', '9223372036854775807'],
    ['+5', '+5'],
  ] as const) {
    it(`prints ${text} as ${canonical}`, () => assert.equal(formatQuantity(read(text)), canonical));
  }
  it('refuses what is no quantity', () => {
    for (const text of ['', ' ', '64MB', '1,5', '1_000']) assert.equal(parseQuantity(text), 'format', text);
    for (const text of ['1e', '5i', '64mi', '--1']) assert.equal(parseQuantity(text), 'suffix', text);
  });
  it('rounds away from zero', () => {
    assert.equal(scaledUp(read('-250m'), 0), -1n);
    assert.equal(scaledUp(read('1001u'), -3), 2n);
    assert.equal(isWhole(read('64m')), false);
  });
  it('compares without expanding huge exponents', () => {
    assert.equal(compareQuantities(read('1e999999999'), read('1e999999998')), 1);
    assert.equal(compareQuantities(read('-1e999999999'), read('1')), -1);
    assert.equal(compareQuantities(read('1Gi'), read('1024Mi')), 0);
  });
});
