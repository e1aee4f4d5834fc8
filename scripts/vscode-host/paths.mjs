// Where the kit keeps what it installs, and what it installs from.
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * The folder of a lockfiled tool: `browser`, `vscode-host` or `vscode-web`.
 * @param {string} tool
 */
export const toolDir = tool => path.join(root, 'tools', tool);

/** The VS Code server inside the npm package code-server. */
export const vscodeDir = path.join(toolDir('vscode-host'), 'node_modules', 'code-server', 'lib', 'vscode');

/** The npm-made VS Code and Chromium are built for this platform alone. */
export const supported = os.platform() === 'linux' && os.arch() === 'x64';
