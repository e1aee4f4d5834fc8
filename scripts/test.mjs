// npm test: everything, with a closing line `N passed, N failed`. `npm test -- --only e2e,web` runs some parts, `npm test -- --list` names them.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readCounts } from './testing/counts.mjs';
import { installTools } from './testing/installTools.mjs';
import { parts, runsHere, stepsOf } from './testing/parts.mjs';
import { runNode } from './testing/runNode.mjs';
import { root } from './vscode-host/paths.mjs';

const chosen = choose();
const begun = Date.now();
const installed = installTools(chosen.filter(runsHere).flatMap(part => part.tools));
const results = [];
for (const step of stepsOf(chosen)) results.push(...(await Promise.all(step.map(part => runOrSkip(part, step.length > 1)))));
await installed.done;
close();

/**
 * @param {import('./testing/parts.mjs').Part} part
 * @param {boolean} beside whether another part runs at the same time
 */
async function runOrSkip(part, beside) {
  if (!runsHere(part)) return { part, passed: 0, failed: 0, skipped: 1, seconds: 0, note: 'needs Linux x64' };
  await installed.before(part);
  return { part, ...(await runPart(part, beside)) };
}

/**
 * Runs a part and reads what it counted. A part that counts nothing is one test; one that should have counted and did not has failed.
 * @param {import('./testing/parts.mjs').Part} part
 * @param {boolean} beside
 */
async function runPart(part, beside) {
  const counted = path.join(root, 'out', 'counts', `${part.name}.json`);
  fs.rmSync(counted, { force: true });
  const started = Date.now();
  const env = { ...process.env, ...part.env, TEST_COUNTS_FILE: counted };
  const code = await runNode(part.command, { env, beside, title: `\n── ${part.name}: ${part.title}\n` });
  const seconds = (Date.now() - started) / 1000;
  return { seconds, ...judge(part, code === 0, readCounts(counted)) };
}

/**
 * @param {import('./testing/parts.mjs').Part} part
 * @param {boolean} ended whether its process ended well
 * @param {import('./testing/counts.mjs').Counts | null} counts
 */
function judge(part, ended, counts) {
  if (!part.counts) return { passed: ended ? 1 : 0, failed: ended ? 0 : 1, skipped: 0, note: '' };
  if (counts === null) return { passed: 0, failed: 1, skipped: 0, note: 'reported no counts' };
  if (counts.passed + counts.failed === 0) return { ...counts, failed: 1, note: 'ran no test' };
  if (!ended && counts.failed === 0) return { ...counts, failed: 1, note: 'all tests passed, but its process failed' };
  return { ...counts, note: '' };
}

function close() {
  console.log('\n');
  for (const { part, passed, failed, skipped, seconds, note } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`${part.name.padEnd(12)} ${counts.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s  ${note}`);
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  const skipped = sum('skipped');
  console.log(`\nin ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

function choose() {
  const { values } = parseArgs({ options: { only: { type: 'string' }, list: { type: 'boolean', default: false } } });
  if (values.list) {
    for (const part of parts) console.log(`${part.name.padEnd(12)} ${part.title}`);
    process.exit(0);
  }
  if (values.only === undefined) return parts;
  const names = values.only.split(',');
  const unknown = names.filter(name => !parts.some(part => part.name === name));
  if (unknown.length > 0) {
    console.error(`There is no part ${unknown.join(', ')}. Parts: ${parts.map(part => part.name).join(', ')}.`);
    process.exit(2);
  }
  return parts.filter(part => names.includes(part.name));
}
