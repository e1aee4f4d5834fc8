import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeCounts } from '../../scripts/testing/counts.mjs';
import { folderRecordings, packedRecordings } from './recordings.ts';
import { suites } from './suites/index.ts';

const projectRoot = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());

/** How many differences of a file are printed, and how many lines of each. */
const shown = 5;
const linesShown = 40;

const { values } = parseArgs({ options: { dir: { type: 'string' }, only: { type: 'string', multiple: true } } });
if (values.dir !== undefined && !fs.existsSync(values.dir)) {
  console.error(`there is no folder ${values.dir}`);
  process.exit(2);
}
const recordings =
  values.dir === undefined
    ? packedRecordings(path.join(projectRoot, 'test', 'conformance', 'recordings'))
    : folderRecordings(path.resolve(values.dir));
const picked = suites.filter(({ name }) => values.only === undefined || values.only.some(only => name.startsWith(only)));

const totals = { passed: 0, failed: 0 };
for (const suite of picked) {
  const files = new Map<string, { passed: number; differences: string[] }>();
  suite.replay(recordings, (file, id, difference) => {
    const entry = files.get(file) ?? { passed: 0, differences: [] };
    files.set(file, entry);
    if (difference === null) entry.passed++;
    else entry.differences.push(`${id}: ${difference}`);
  });
  for (const [file, { passed, differences }] of files) {
    for (const difference of differences.slice(0, shown)) console.log(indent(difference));
    if (differences.length > shown)
      console.log(
        `  … and ${differences.length - shown} more: ${differences
          .slice(shown)
          .map(text => text.split(':')[0])
          .join(' ')}`,
      );
    console.log(`${file}: ${passed} passed, ${differences.length} failed`);
    totals.passed += passed;
    totals.failed += differences.length;
  }
}
writeCounts({ ...totals, skipped: 0 });
console.log(`total: ${totals.passed} passed, ${totals.failed} failed`);
if (totals.passed + totals.failed === 0) console.error('nothing to replay: no such recordings');
process.exitCode = totals.failed > 0 || totals.passed === 0 ? 1 : 0;

function indent(text: string): string {
  const lines = text.split('\n');
  const more = lines.length > linesShown ? [`… ${lines.length - linesShown} more lines`] : [];
  return [...lines.slice(0, linesShown), ...more].map((line, i) => `${i === 0 ? '  ' : '    '}${line}`).join('\n');
}
