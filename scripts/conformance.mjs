// Replays the recordings of Kubernetes: npm run conformance [-- --dir DIR] [--only controller]
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import esbuild from 'esbuild';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const outfile = path.join(root, 'out', 'conformance', `run-${process.pid}.mjs`);
await esbuild.build({
  entryPoints: [path.join(root, 'test', 'conformance', 'run.ts')],
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
const run = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...process.argv.slice(2)], { stdio: 'inherit' });
fs.rmSync(outfile, { force: true });
process.exitCode = run.status ?? 1;
