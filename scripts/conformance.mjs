// Replays the recordings of Kubernetes: npm run conformance [-- --dir DIR] [--only controller]
// With them go the recorded commands of kubectl, typed into a real one (`--only kubectl/commands`); `--requests` leaves those out: they take minutes.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import esbuild from 'esbuild';
import { supported } from './vscode-host/paths.mjs';

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
const { values } = parseArgs({
  options: { dir: { type: 'string' }, only: { type: 'string', multiple: true }, requests: { type: 'boolean' } },
});
const args = [...(values.dir === undefined ? [] : ['--dir', values.dir]), ...(values.only ?? []).flatMap(only => ['--only', only])];
const onlyCommands = values.only?.every(only => only.startsWith('kubectl/c') && 'kubectl/commands'.startsWith(only));
const run = onlyCommands ? { status: 0 } : spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], { stdio: 'inherit' });
fs.rmSync(outfile, { force: true });
process.exitCode = run.status ?? 1;

const wanted = values.requests !== true && (values.only === undefined || values.only.some(only => 'kubectl/commands'.startsWith(only)));
if (wanted && supported) {
  const env = { ...process.env, ...(values.dir === undefined ? {} : { DAEMONSCOPE_RECORDINGS: path.resolve(values.dir) }) };
  const commands = [path.join(root, 'scripts', 'kubectl-tests.mjs'), '--recorded', '--grep', 'recorded commands'];
  const typed = spawnSync(process.execPath, commands, { stdio: 'inherit', env });
  if (typed.status !== 0) process.exitCode = 1;
} else if (wanted) console.log('the recorded commands of kubectl need Linux x64: left out');
