import type * as vscode from 'vscode';
import type { ExtensionApi } from '../host/activate.ts';
import { activateHost } from '../host/activate.ts';
import type { Platform } from '../host/platform.ts';

/** The extension in VS Code for the Web. The server is a worker. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateHost(context, browserPlatform);
}

const browserPlatform: Platform = {
  connect: async (context, output, listener) => (await import('./connectBrowser.ts')).connectBrowser(context, output, listener),
  serveCluster: null,
  newNonce: () => Array.from(crypto.getRandomValues(new Uint8Array(24)), byte => byte.toString(16).padStart(2, '0')).join(''),
};
