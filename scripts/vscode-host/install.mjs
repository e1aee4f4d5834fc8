// Installs a tool from its lockfile once, lazily, whoever asks first: start, tests and benchmarks share the result.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root, toolDir } from './paths.mjs';

/** @typedef {(line: string) => void} Log */

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];

/**
 * Brings tools/NAME to what its lockfile says, unless it is there already. Rejects with npm's own words when npm fails.
 * @param {string} name
 * @param {{ title: string, log: Log, finish?: () => Promise<void>, finishedBy?: string }} how `finish` completes the installed
 *   tree; `finishedBy` is any text that changes when `finish` would do something else.
 */
export async function installTool(name, { title, log, finish = async () => {}, finishedBy = '' }) {
  const modules = path.join(toolDir(name), 'node_modules');
  const wanted = fingerprint(name, finishedBy);
  if (isInstalled(modules, wanted)) return;
  await alone(name, log, async () => {
    if (isInstalled(modules, wanted)) return;
    log(`installing ${title} from npm (once)`);
    await npmCi(toolDir(name));
    await finish();
    fs.writeFileSync(stampOf(modules), wanted);
  });
}

/**
 * @param {string} folder
 * @param {string[]} flags
 */
export const npmCi = (folder, flags = []) => run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['ci', ...quiet, ...flags], folder);

/** @param {string} modules */
const stampOf = modules => path.join(modules, '.installed');

/**
 * @param {string} name
 * @param {string} finishedBy
 */
const fingerprint = (name, finishedBy) =>
  crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(toolDir(name), 'package-lock.json')))
    .update(finishedBy)
    .digest('hex');

/**
 * @param {string} modules
 * @param {string} wanted
 */
const isInstalled = (modules, wanted) => fs.existsSync(stampOf(modules)) && fs.readFileSync(stampOf(modules), 'utf8') === wanted;

/**
 * Runs `work` in one process at a time: two installs into one folder would break each other. The lock of a dead process counts as free.
 * @param {string} name
 * @param {Log} log
 * @param {() => Promise<void>} work
 */
async function alone(name, log, work) {
  const lock = path.join(root, 'out', `installing-${name}.lock`);
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  for (let told = false; !takeLock(lock); told = true) {
    if (!told) log(`another process is installing tools/${name}: waiting for it`);
    await wait(250);
  }
  try {
    await work();
  } finally {
    fs.rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function takeLock(lock) {
  try {
    fs.writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(Number(read(lock)))) fs.rmSync(lock, { force: true });
    return false;
  }
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8') || String(process.pid);
  } catch {
    return String(process.pid);
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Runs a command to its end without blocking this process; rejects with what it printed when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} what it printed
 */
export function run(command, args, cwd, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (output += text));
    child.once('error', reject);
    child.once('close', code => {
      if (code === 0) resolve(output);
      else reject(new Error(`${path.basename(command)} ${args.join(' ')} (in ${cwd}) failed with ${code}:\n${output.trim()}`));
    });
  });
}
