// npm start: a real VS Code with Daemonscope and the examples, on a loopback URL. `npm start -- --desktop` uses the `code` of this machine.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { downloadedCode, hasCode, openDesktop } from './vscode-host/desktop.mjs';
import { buildExtension, linkExtension } from './vscode-host/extension.mjs';
import { supported } from './vscode-host/paths.mjs';
import { startServer } from './vscode-host/server.mjs';
import { ensureVSCode, vscodeVersion } from './vscode-host/vscode.mjs';
import { workbenchUrl } from './vscode-host/workbench.mjs';
import { changedFiles, copyExamples, tempDir } from './vscode-host/workspace.mjs';

const begun = Date.now();
const log = line => console.log(`${((Date.now() - begun) / 1000).toFixed(1).padStart(5)} s  ${line}`);

const options = readOptions();
const home = tempDir('daemonscope-');
const userDataDir = path.join(home, 'data');
const extensionsDir = path.join(home, 'extensions');
let workspace = null;
let server = null;
let ending = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(0));

try {
  if (options.desktop && !hasCode()) throw new Error('There is no `code` on PATH: install VS Code, or leave --desktop away.');
  await prepare();
  if (options.desktop || !supported) await desktop();
  else await serve();
} catch (error) {
  if (!ending) console.error(error instanceof Error ? error.message : String(error));
  await end(1);
}

async function prepare() {
  log('building the extension');
  await buildExtension();
  linkExtension(extensionsDir);
  workspace = copyExamples(home);
  if (!workspace.git) log('no git on this machine: there will be no baseline "Git HEAD", only the saved file');
}

async function serve() {
  await ensureVSCode(log);
  log('starting VS Code');
  const settings = { 'git.enabled': true, 'security.workspace.trust.startupPrompt': 'always' };
  const trust = { workspaceTrust: true, connectionToken: true };
  server = await startServer({ userDataDir, extensionsDir, settings, ...trust, port: options.port });
  log(`VS Code ${vscodeVersion()} with Daemonscope is ready`);
  console.log(`
  Open     ${workbenchUrl(server, workspace.folder)}
  Folder   ${workspace.folder} (a copy of examples/)
  Try      tutorial/fluentd-elasticsearch.yaml, then F1 and "Daemonscope: Simulate Rollout"
  Ctrl-C   ends it`);
}

async function desktop() {
  const command = hasCode() ? 'code' : await downloadedCode();
  log(`opening ${workspace.folder} in the desktop's VS Code; it ends when its window is closed`);
  await end(await openDesktop(command, { folder: workspace.folder, userDataDir, extensionsDir }));
}

/** Ends what was started and removes what was copied; files that were changed are the user's and stay. */
async function end(code) {
  if (ending) return;
  ending = true;
  await server?.stop();
  const changed = workspace === null ? [] : changedFiles(workspace.folder);
  for (const folder of changed.length === 0 ? [home] : [userDataDir, extensionsDir]) fs.rmSync(folder, { recursive: true, force: true });
  if (changed.length > 0) console.log(`\nYou changed ${changed.join(', ')}: kept in ${workspace.folder}`);
  process.exit(code);
}

function readOptions() {
  try {
    const { values } = parseArgs({ options: { desktop: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } } });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is no port number`);
    return { desktop: values.desktop, port };
  } catch (error) {
    console.error(`${error.message}\nusage: npm start [-- [--desktop] [--port NUMBER]]`);
    process.exit(2);
  }
}
