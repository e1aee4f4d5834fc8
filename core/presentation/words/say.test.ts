import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { en, type WordKey } from './en.ts';
import { ko } from './ko.ts';
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

  it('says in Korean what it says in English: the same values, in every form', () => {
    const wrong = (Object.keys(en) as WordKey[]).filter(key => values(en[key]).join() !== values(ko[key]).join());
    assert.deepEqual(
      wrong.filter(key => !mayLeaveOut.has(key)),
      [],
    );
    assert.equal(sayText('stall.lead', { updated: 22, targeted: 37 }, ko), '노드 37개 중 22개를 마치고 멈춥니다.');
    assert.deepEqual(
      Object.values(ko).filter(text => / {2}|^ | $/.test(text)),
      [],
    );
  });

  it('keeps no text that nobody says', () => {
    const folder = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'core/presentation');
    const root = path.dirname(path.dirname(folder));
    const sources = [folder, path.join(root, 'cli'), path.join(root, 'client'), path.join(root, 'server')].flatMap(textsIn).join('\n');
    const silent = (Object.keys(en) as WordKey[]).filter(key => !sources.includes(`'${key}'`) && !isBuilt(key, sources));
    assert.deepEqual(silent, []);
  });
});

/** Korean has no plural to tell there. */
const mayLeaveOut = new Set<WordKey>([
  'done.rollsToo',
  'tile.created',
  'tile.replaced',
  'tile.replacedOnly',
  'tile.replacedRemoved',
  'tile.left',
  'wait.budgetBy',
]);

/** The names of the values in a text, each once. */
function values(text: string): string[] {
  const names = [...text.matchAll(/\{(\w+)/g)].map(match => match[1] ?? '');
  return [...new Set(names)].sort();
}

/** Some keys are put together: `edit.${kind}`. */
function isBuilt(key: WordKey, sources: string): boolean {
  return sources.includes(`\`${key.slice(0, key.indexOf('.'))}.\${`);
}

function textsIn(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && !/(?:\.test|[/\\](?:en|ko))\.ts$/.test(file))
    .map(file => fs.readFileSync(path.join(folder, file), 'utf8'));
}
