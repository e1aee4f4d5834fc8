import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { titleIn } from './titles.ts';

const analysis = path.join(String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT), 'server', 'analysis');

/** Every title that the source writes, with something in the place of its variable parts. */
function titlesInSource(): readonly string[] {
  const files = fs.readdirSync(analysis, { recursive: true, encoding: 'utf8' }).filter(file => /(?<!\.test)\.ts$/.test(file));
  return files.flatMap(file =>
    [...fs.readFileSync(path.join(analysis, file), 'utf8').matchAll(/\btitle: (?:'([^']+)'|`([^`]+)`)/g)].map(([, plain, template]) =>
      (plain ?? template ?? '').replace(/\$\{[^}]*\}/g, '7'),
    ),
  );
}

describe('titles of mends and refactorings', () => {
  it('are all there in Korean', () => {
    const titles = titlesInSource();
    assert.ok(titles.length >= 25, titles.join(', '));
    assert.deepEqual(
      titles.filter(title => titleIn('ko', title) === title),
      [],
    );
  });
  it('keep their variable parts, and stay English elsewhere', () => {
    assert.equal(titleIn('ko-KR', 'Change to $1maxSurge'), '$1maxSurge(으)로 변경');
    assert.equal(titleIn('en', 'Change to maxSurge'), 'Change to maxSurge');
    assert.equal(titleIn('kok', 'Remove x'), 'Remove x');
  });
});
