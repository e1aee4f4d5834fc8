import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { en, type WordKey } from './en.ts';
import { link, plainText, say, sayText, sentences } from './say.ts';

describe('words', () => {
  it('puts values in, links among them', () => {
    assert.deepEqual(say('stall.budget', { n: 1, budget: link('maxUnavailable: 1', 'spec.x') }), [
      { text: 'It uses up the whole budget of ', path: null },
      { text: 'maxUnavailable: 1', path: 'spec.x' },
      { text: '.', path: null },
    ]);
  });

  it('tells one from many, and none from one', () => {
    assert.equal(sayText('stall.rest', { n: 1 }), 'One node keeps the old pod.');
    assert.equal(sayText('stall.rest', { n: 0 }), '0 nodes keep the old pod.');
    assert.equal(sayText('stall.rest', { n: 5000 }), '5,000 nodes keep the old pod.');
  });

  it('leaves text from a manifest alone, whatever it holds', () => {
    for (const odd of ['{n|a|b}', '{time}', '__proto__', '<img onerror=x>', '|', '}{']) {
      assert.equal(sayText('stall.lead', { updated: odd, targeted: 2 }), `Stops after ${odd} of 2 nodes.`);
    }
    assert.equal(sayText('cell.taint', { constructor: 'x' }), 'taint {taint}');
  });

  it('joins sentences with a space, and leaves none for an empty one', () => {
    assert.equal(
      plainText(sentences(say('none.noNodes'), [], say('stall.rest', { n: 1 }))),
      'The cluster has no nodes. One node keeps the old pod.',
    );
  });

  it('has balanced braces in every text', () => {
    for (const [key, text] of Object.entries(en)) {
      let depth = 0;
      for (const letter of text) {
        depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
        assert.ok(depth === 0 || depth === 1 || depth === 2, key);
      }
      assert.equal(depth, 0, key);
      assert.doesNotMatch(text, / {2}|^ | $/, key);
    }
  });

  it('keeps no text that nobody says', () => {
    const folder = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'core/presentation');
    const root = path.dirname(path.dirname(folder));
    const sources = [folder, path.join(root, 'cli'), path.join(root, 'client'), path.join(root, 'server')].flatMap(textsIn).join('\n');
    const silent = (Object.keys(en) as WordKey[]).filter(key => !sources.includes(`'${key}'`) && !isBuilt(key, sources));
    assert.deepEqual(silent, []);
  });
});

/** Some keys are put together: `edit.${kind}`. */
function isBuilt(key: WordKey, sources: string): boolean {
  return sources.includes(`\`${key.slice(0, key.indexOf('.'))}.\${`);
}

function textsIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !/(?:\.test|[/\\]en)\.ts$/.test(file))
    .map(file => fs.readFileSync(path.join(folder, file), 'utf8'));
}
