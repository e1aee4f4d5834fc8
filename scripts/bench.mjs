// Runs a benchmark of test/bench: npm run bench -- simulate [--json]. One file each; without a name: lists them.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'test', 'bench');
const names = fs
  .readdirSync(folder)
  .filter(file => file.endsWith('.ts'))
  .map(file => file.slice(0, -3));
const [name, ...args] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`usage: npm run bench -- NAME [--json]\nbenchmarks: ${names.join(', ')}`);
  process.exit(2);
}
const outfile = path.join(root, 'out', 'bench', `${name}-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: [path.join(folder, `${name}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  // The kit of the real VS Code finds its files from where it lies.
  external: [path.join(root, 'scripts', '*')],
  logLevel: 'warning',
  define: { 'globalThis.PROJECT_ROOT': JSON.stringify(root) },
});
const run = spawnSync(process.execPath, ['--expose-gc', outfile, ...args], { stdio: 'inherit' });
fs.rmSync(outfile, { force: true });
process.exitCode = run.status ?? 1;
