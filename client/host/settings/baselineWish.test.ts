import assert from 'node:assert/strict';
import { baselineWish } from './baselineWish.ts';

describe('the setting of the baseline', () => {
  const same = ['git', 'saved', 'none', 'git:main', 'git:HEAD~3', 'git:origin/release-1.2', 'git:v1.2.0^{}', 'file:../base/agent.yaml'];
  for (const wish of same) it(`is taken as it is: ${wish}`, () => assert.equal(baselineWish(wish), wish));

  const nonsense = ['svn', '', 'git:', 'git:--output=x', 'git:-x', 'git:a b', 'git:a:b', 'file:', 7, null, undefined, ['git'], { git: 1 }];
  for (const wish of nonsense) it(`is Git HEAD instead of ${JSON.stringify(wish)}`, () => assert.equal(baselineWish(wish), 'git'));
});
