// Bundles test files into one and runs it with mocha in Node.
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';
import { root } from '../vscode-host/paths.mjs';
import { sumOfCounts, writeCounts } from './counts.mjs';
import { runNode } from './runNode.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/**
 * @param {string} name of the bundle
 * @param {string[]} files relative to the repository
 * @param {{ reporter: string, timeoutMs: number, args: string[], processes?: number }} options reporter: one of mocha's, by its class name; processes:
 *   among how many Node programs the files are dealt out (1 if not said): for tests that share nothing
 * @returns {Promise<number>} the exit code
 */
export async function runMocha(name, files, { reporter, timeoutMs, args, processes = 1 }) {
  const hands = deal(files, processes);
  const flags = ['--no-config', '--timeout', String(timeoutMs), '--reporter', path.join(here, 'reporter.cjs'), ...args];
  const codes = await Promise.all(hands.map((hand, at) => runHand(`${name}-${at}`, hand, { reporter, flags, alone: hands.length === 1 })));
  const counts = process.env.TEST_COUNTS_FILE;
  if (counts && hands.length > 1) writeCounts(sumOfCounts(hands.map((_, at) => `${counts}.${name}-${at}`)));
  return codes.find(code => code !== 0) ?? 0;
}

/**
 * @param {string} name
 * @param {string[]} files
 * @param {{ reporter: string, flags: string[], alone: boolean }} options alone: it prints as it goes; else all at its end, and its counts are to be added up
 * @returns {Promise<number>}
 */
async function runHand(name, files, { reporter, flags, alone }) {
  // One bundle a run: two runs at once must not write over each other.
  const outfile = path.join(root, 'out', 'tests', `${name}-${process.pid}.mjs`);
  await bundle(files, outfile);
  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const counts = process.env.TEST_COUNTS_FILE;
  const env = { MOCHA_REPORTER: reporter, ...process.env, ...(alone || !counts ? {} : { TEST_COUNTS_FILE: `${counts}.${name}` }) };
  const code = await runNode(['--enable-source-maps', mocha, ...flags, outfile], { env, beside: !alone });
  fs.rmSync(outfile, { force: true });
  return code ?? 1;
}

/**
 * Neighbours, which are often equally heavy, go to different hands.
 * @param {string[]} files
 * @param {number} hands
 */
const deal = (files, hands) =>
  Array.from({ length: hands }, (_, hand) => files.filter((_, at) => at % hands === hand)).filter(
    (hand, at) => at === 0 || hand.length > 0,
  );

/**
 * All test files below a folder.
 * @param {string} folder relative to the repository
 */
export const testFiles = folder =>
  fs
    .readdirSync(path.join(root, folder), { recursive: true })
    .map(file => path.posix.join(folder, String(file).replaceAll('\\', '/')))
    .filter(file => file.endsWith('.test.ts'))
    .sort();

/**
 * @param {string[]} files
 * @param {string} outfile
 */
async function bundle(files, outfile) {
  await esbuild.build({
    stdin: { contents: files.map(file => `import ${JSON.stringify(`./${file}`)};`).join('\n'), resolveDir: root, loader: 'js' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    packages: 'external',
    // The kit finds its files from where it lies, so it must not move into the bundle.
    external: [path.join(root, 'scripts', '*')],
    logLevel: 'warning',
    define: { 'globalThis.PROJECT_ROOT': JSON.stringify(root) },
  });
}
