#!/usr/bin/env node
// Stands in for VS Code's executable: takes the arguments that @vscode/test-electron gives it and runs the same tests in the extension host of
// the VS Code made of npm packages. VSCODE_HOST_VERBOSE=1 prints everything the workbench says.
import fs from 'node:fs';
import path from 'node:path';
import util from 'node:util';
import { ensureChromium, launchBrowser } from './chromium.mjs';
import { readArguments } from './executableArguments.mjs';
import { startServer } from './server.mjs';
import { ensureVSCode } from './vscode.mjs';
import { openWorkbench, remoteUri } from './workbench.mjs';
import { tempDir } from './workspace.mjs';

const verbose = Boolean(process.env.VSCODE_HOST_VERBOSE);
const limitMs = Number(process.env.VSCODE_HOST_TIMEOUT ?? 600_000);
const log = (/** @type {string} */ line) => console.error(`[vscode-host] ${line}`);

/** The workbench's own chatter: what tests print is anything else. */
const noise = [
  /^(Canceled|Resolv(ing|ed) connection token|Creating a socket|Updating additional builtin|Ignoring fetching additional builtin)\b/,
  /^\[(reconnection-grace-time|Service Worker|AgentHost|AccountPolicyGate|Chat|RemoteAgentHost|perf|lifecycle)/,
  /^(Started (local|initializing)|Eagerly activating|Extension host|Settings Sync|No search provider registered|Loading development)/,
];

const given = readArguments(process.argv.slice(2));
const own = given.userDataDir === null ? tempDir('vscode-host-') : null;
const userDataDir = given.userDataDir ?? own ?? '';
/** @type {import('./server.mjs').VSCodeServer | null} */
let server = null;
/** @type {import('playwright-core').Browser | null} */
let browser = null;
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => stop().finally(() => process.exit(130)));

let code = 1;
try {
  code = await runTests();
} catch (error) {
  log(error instanceof Error ? (error.stack ?? error.message) : String(error));
} finally {
  await stop();
}
process.exit(code);

async function runTests() {
  await ensureVSCode(log);
  await ensureChromium(log);
  const extensionsDir = given.extensionsDir ?? path.join(userDataDir, 'extensions');
  server = await startServer({ userDataDir, extensionsDir, workspaceTrust: given.workspaceTrust, testDriver: true });
  browser = await launchBrowser();
  const workbench = await openWorkbench(browser, server, { ...target(), payload: payload(server), onLog });
  const crashed = new Promise((_, reject) => workbench.page.once('crash', () => reject(new Error('the workbench page crashed'))));
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error(`no result after ${limitMs} ms`)), limitMs).unref());
  try {
    return await Promise.race([workbench.exited, crashed, late]).then(Number);
  } catch (error) {
    const picture = path.join(userDataDir, 'failure.png');
    await workbench.page.screenshot({ path: picture }).catch(() => undefined);
    log(`screenshot in ${picture}; the server's last words:\n${server.output().slice(-4000)}`);
    throw error;
  }
}

async function stop() {
  await browser?.close().catch(() => undefined);
  await server?.stop();
  if (own !== null && code === 0) fs.rmSync(own, { recursive: true, force: true });
}

/** The workspace folder or file to open. */
function target() {
  if (given.target === null) return {};
  return fs.statSync(given.target).isDirectory() ? { folder: given.target } : { file: given.target };
}

/**
 * What desktop VS Code takes on its command line, a workbench in a page takes in its URL.
 * @param {import('./server.mjs').VSCodeServer} running
 * @returns {[string, string][]}
 */
function payload(running) {
  /** @type {[string, string][]} */
  const entries = given.extensionDevelopmentPaths.map(folder => ['extensionDevelopmentPath', remoteUri(running, folder)]);
  if (given.extensionTestsPath !== null) entries.push(['extensionTestsPath', remoteUri(running, given.extensionTestsPath)]);
  if (given.disableExtensions) entries.push(['disableExtensions', 'true']);
  return entries;
}

/**
 * @param {string} type
 * @param {unknown[]} args
 */
function onLog(type, args) {
  const line = util.format(...args);
  if (!verbose && noise.some(pattern => pattern.test(line))) return;
  (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${line}\n`);
}
