// Starts the installed VS Code server on loopback and ends it with everything it started.
import { spawn } from 'node:child_process';
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startFront } from './front.mjs';
import { vscodeDir } from './paths.mjs';
import { node24, serverEnvironment } from './vscode.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} userDataDir
 * @property {string} extensionsDir
 * @property {Record<string, unknown>} [settings] user settings beside {@link quietSettings}
 * @property {boolean} [workspaceTrust] ask whether a folder is trusted, as on any desktop
 * @property {boolean} [connectionToken] refuse whoever has not got the printed URL
 * @property {boolean} [testDriver] honour extensionDevelopmentPath and extensionTestsPath of a page's payload
 * @property {number} [graceSeconds] how long an extension host outlives its closed window; default: VS Code's three hours
 * @property {number} [port] default: a free one
 * @property {NodeJS.ProcessEnv} [env]
 */

/** @typedef {{ port: number, url: string, token: string | null, pid: number, stop: () => Promise<void>, output: () => string }} VSCodeServer */

const startLimitMs = 60_000;

/**
 * Nothing that calls home or greets, and no saving behind one's back, which a workbench in a browser does by default. Written as this VS Code writes
 * them: it rewrites a setting of an older one at start, which opens settings.json and wakes whoever waits for JSON.
 */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.tips.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * @param {ServerOptions} options
 * @returns {Promise<VSCodeServer>}
 */
export async function startServer(options) {
  writeSettings(options.userDataDir, options.settings ?? {});
  const token = options.connectionToken ? crypto.randomBytes(16).toString('hex') : null;
  // The server's sockets and ours; short, because a socket's path may have some hundred characters only.
  const runDir = fs.mkdtempSync(path.join(os.tmpdir(), 'vsc-'));
  const socketPath = path.join(runDir, 'server.sock');
  const child = spawnServer(options, socketPath, token, runDir);
  const log = collect(child);
  const end = async () => {
    await endGroup(child.pid);
    fs.rmSync(runDir, { recursive: true, force: true });
  };
  try {
    await listening(child, log);
    const front = await startFront({ socketPath, token, port: options.port ?? 0 });
    const stop = async () => {
      front.close();
      await end();
    };
    return { port: front.port, url: `http://127.0.0.1:${front.port}/`, token, pid: child.pid ?? 0, stop, output: log.text };
  } catch (error) {
    await end();
    throw error;
  }
}

/**
 * @param {string} userDataDir
 * @param {Record<string, unknown>} settings
 */
function writeSettings(userDataDir, settings) {
  const file = path.join(userDataDir, 'User', 'settings.json');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  fs.writeFileSync(file, JSON.stringify({ ...quietSettings, ...own, ...settings }, null, 2));
}

/**
 * @param {ServerOptions} options
 * @param {string} socketPath
 * @param {string | null} token
 * @param {string} runDir
 */
function spawnServer(
  { userDataDir, extensionsDir, graceSeconds, workspaceTrust = false, testDriver = false, env = {} },
  socketPath,
  token,
  runDir,
) {
  const args = [
    ...['--require', new URL('exitWithParent.cjs', import.meta.url).pathname, path.join('out', 'server-main.js')],
    ...['--socket-path', socketPath, '--accept-server-license-terms', '--telemetry-level', 'off', '--disable-experiments'],
    ...['--server-data-dir', userDataDir, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
    ...(token === null ? ['--without-connection-token'] : ['--connection-token', token]),
    ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...(graceSeconds === undefined ? [] : ['--reconnection-grace-time', String(graceSeconds)]),
    ...(testDriver ? ['--enable-smoke-test-driver'] : []),
    ...['--disable-getting-started-override', '--disable-update-check'],
  ];
  const environment = { ...process.env, ...serverEnvironment, XDG_RUNTIME_DIR: runDir, EXIT_WITH_PARENT: String(process.pid), ...env };
  return spawn(node24, args, { cwd: vscodeDir, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment });
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child */
function collect(child) {
  let text = '';
  /** @type {(() => void) | null} */
  let changed = null;
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', data => {
      text = (text + data).slice(-200_000);
      changed?.();
    });
  return { text: () => text, onChange: (/** @type {() => void} */ listener) => (changed = listener) };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {ReturnType<typeof collect>} log
 * @returns {Promise<void>}
 */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the VS Code server did not start in a minute:\n${log.text()}`)), startLimitMs);
    const settle = (/** @type {() => void} */ how) => {
      clearTimeout(late);
      how();
    };
    log.onChange(() => log.text().includes('Extension host agent listening') && settle(resolve));
    child.once('error', error => settle(() => reject(error)));
    child.once('exit', code => settle(() => reject(new Error(`the VS Code server ended at once (${code}):\n${log.text()}`))));
  });
}

/**
 * Ends the server's process group: extension hosts and language servers go with it.
 * @param {number | undefined} group
 */
async function endGroup(group) {
  if (group === undefined) return;
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGKILL'])) {
    if (!send(group, signal)) return;
    for (let waited = 0; waited < 3000 && send(group, 0); waited += 25) await wait(25);
  }
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} signal
 */
function send(group, signal) {
  try {
    process.kill(-group, signal);
    return true;
  } catch {
    return false;
  }
}
