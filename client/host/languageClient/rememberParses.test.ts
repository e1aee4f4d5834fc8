import assert from 'node:assert/strict';
import type { ParseResult } from '../../../core/protocol/lsp.ts';
import { rememberParses } from './rememberParses.ts';

const result = (text: string): ParseResult => ({ objects: [text], problem: null });

describe('texts that were parsed', () => {
  it('are asked for once', async () => {
    const asked: string[] = [];
    const parse = rememberParses(async text => {
      asked.push(text);
      return result(text);
    });
    const answers = await Promise.all([parse('a'), parse('a'), parse('b'), parse('a')]);
    assert.deepEqual(
      answers.map(one => one.objects[0]),
      ['a', 'a', 'b', 'a'],
    );
    assert.deepEqual(asked, ['a', 'b']);
  });

  it('are forgotten when others came since, the one that was wanted longest ago first', async () => {
    const asked: string[] = [];
    const parse = rememberParses(async text => {
      asked.push(text);
      return result(text);
    });
    for (const text of ['0', '1', '2', '3', '4', '5', '6', '7', '0', '8']) await parse(text);
    asked.length = 0;
    for (const text of ['0', '8', '1']) await parse(text);
    assert.deepEqual(asked, ['1']);
  });

  it('are asked for again after a failure', async () => {
    let times = 0;
    const parse = rememberParses(async text => {
      times += 1;
      if (times === 1) throw new Error('the server died');
      return result(text);
    });
    await assert.rejects(parse('a'), /died/);
    assert.deepEqual(await parse('a'), result('a'));
  });
});
