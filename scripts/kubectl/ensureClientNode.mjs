// The Kubernetes client library for Node, for tests.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installTool } from '../vscode-host/install.mjs';
import { toolDir } from '../vscode-host/paths.mjs';

/**
 * Installs it, once.
 * @param {(line: string) => void} log
 */
export async function ensureClientNode(log) {
  await installTool('client-node', { title: 'the Kubernetes client library for Node', log });
}

/** The module. @returns {Promise<any>} */
export const clientNode = () =>
  import(pathToFileURL(path.join(toolDir('client-node'), 'node_modules', '@kubernetes', 'client-node', 'dist', 'index.js')).href);
