// Bundles test files into one and runs it with mocha in Node.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '..', '..');

/**
 * @param {string} name of the bundle
 * @param {string[]} files relative to the repository
 * @param {{ reporter: string, timeoutMs: number, args: string[] }} options reporter: one of mocha's, by its class name
 * @returns {Promise<number>} the exit code
 */
export async function runMocha(name, files, { reporter, timeoutMs, args }) {
  // One bundle a run: two runs at once must not write over each other.
  const outfile = path.join(root, 'out', name, `${name}-${process.pid}.mjs`);
  await bundle(files, outfile);
  const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const flags = ['--no-config', '--timeout', String(timeoutMs), '--reporter', path.join(here, 'reporter.cjs'), ...args];
  const env = { MOCHA_REPORTER: reporter, ...process.env };
  const run = spawnSync(process.execPath, ['--enable-source-maps', mocha, ...flags, outfile], { cwd: root, stdio: 'inherit', env });
  fs.rmSync(outfile, { force: true });
  return run.status ?? 1;
}

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
