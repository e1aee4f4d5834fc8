import assert from 'node:assert/strict';
import { type Token, tokenize } from './tokenize.ts';

/** A piece of text, and a scope that it must have; null: none of ours. */
type Expectation = readonly [piece: string, scope: string | null];

const text = `spec:
  percent: 10%
  quoted: "25%"
  memory: 200Mi # limit
  cpu: 100m
  flow: { memory: 1.5Gi, cpu: 2 }
  interval: 1h30m
  wait: 90s
  image: quay.io/fluentd_elasticsearch/fluentd:v2.5.2
  other:
    - image: registry.local:5000/agent:1.0@sha256:0123abcd
  name: 10Mi-of-logs
  note: about 10% of them
  10%: a key
  count: 3
`;

const expected: readonly Expectation[] = [
  ['10', 'constant.numeric.percentage.kubernetes'],
  ['%', 'keyword.other.unit.percentage.kubernetes'],
  ['25', 'constant.numeric.percentage.kubernetes'],
  ['200', 'constant.numeric.quantity.kubernetes'],
  ['Mi', 'keyword.other.unit.quantity.kubernetes'],
  ['100', 'constant.numeric.quantity.kubernetes'],
  ['m', 'keyword.other.unit.quantity.kubernetes'],
  ['1.5', 'constant.numeric.quantity.kubernetes'],
  ['Gi', 'keyword.other.unit.quantity.kubernetes'],
  ['1h30m', 'constant.numeric.duration.kubernetes'],
  ['90s', 'constant.numeric.duration.kubernetes'],
  ['v2.5.2', 'variable.other.constant.image-tag.kubernetes'],
  ['1.0', 'variable.other.constant.image-tag.kubernetes'],
  ['sha256:0123abcd', 'variable.other.constant.image-digest.kubernetes'],
  ['10Mi-of-logs', null],
  ['about 10% of them', null],
  ['3', null],
];

/** VS Code's own tokenizer with its own YAML grammar, and our injection in it. */
export function colours(): void {
  describe('colours of values', () => {
    let tokens: readonly Token[] = [];
    before(async () => {
      tokens = await tokenize(text);
    });

    for (const [piece, scope] of expected) {
      it(`${piece}: ${scope ?? 'as YAML has it'}`, () => {
        const found = tokens.filter(token => token.text === piece).map(token => token.scopes);
        assert.ok(found.length > 0, `no token is ${piece}: ${tokens.map(token => token.text).join('|')}`);
        if (scope === null) assert.ok(!found.flat().some(isOurs), found.join('\n'));
        else assert.ok(found.flat().includes(scope), found.join('\n'));
      });
    }

    it('leaves keys alone', () => {
      const keys = tokens.filter(token => token.scopes.some(scope => scope.startsWith('entity.name.tag')));
      assert.ok(keys.length > 10);
      assert.deepEqual(
        keys.filter(key => key.scopes.some(isOurs)),
        [],
      );
    });
  });
}

function isOurs(scope: string): boolean {
  return scope.endsWith('.kubernetes');
}
