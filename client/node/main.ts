import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import type { ExtensionApi } from '../host/activate.ts';
import { activateHost } from '../host/activate.ts';
import type { Platform } from '../host/platform.ts';
import { serveCluster } from './serveCluster.ts';

/** The extension in a Node extension host: desktop VS Code and remote hosts. The server is a child process. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateHost(context, nodePlatform);
}

const nodePlatform: Platform = {
  connect: async (context, output, listener) => (await import('./connectNode.ts')).connectNode(context, output, listener),
  serveCluster,
  newNonce: () => randomBytes(24).toString('hex'),
};
