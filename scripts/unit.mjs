// Runs the unit tests: every *.test.ts beside the code, bundled into one file, with mocha. `npm run unit -- --grep TEXT`, `npm run unit -- core/controller`.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const args = process.argv.slice(2);
const folders = [];
while (args.length > 0 && !args[0].startsWith('-')) folders.push(args.shift());

const files = ['core', 'server', 'client', 'cli', 'test']
  .flatMap(folder =>
    fs.readdirSync(path.join(root, folder), { recursive: true }).map(file => path.posix.join(folder, String(file).replaceAll('\\', '/'))),
  )
  .filter(file => file.endsWith('.test.ts') && !/^test\/(host|e2e|web)\//.test(file))
  .filter(file => folders.length === 0 || folders.some(folder => file.startsWith(folder)))
  .sort();
// One bundle a run: two runs at once must not write over each other.
const outfile = path.join(root, 'out', 'unit', `unit-${process.pid}.mjs`);
await esbuild.build({
  stdin: { contents: files.map(file => `import ${JSON.stringify(`./${file}`)};`).join('\n'), resolveDir: root, loader: 'js' },
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'inline',
  packages: 'external',
  logLevel: 'warning',
  define: { 'globalThis.PROJECT_ROOT': JSON.stringify(root) },
});
const mocha = path.join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const run = spawnSync(
  process.execPath,
  ['--enable-source-maps', mocha, '--no-config', '--timeout', '60000', '--reporter', 'dot', ...args, outfile],
  { cwd: root, stdio: 'inherit' },
);
fs.rmSync(outfile, { force: true });
process.exitCode = run.status ?? 1;
