import * as vscode from 'vscode';
import type { ExtensionApi } from '../host/activate.ts';
import { activateHost } from '../host/activate.ts';
import { clientId, clientName, type Platform } from '../host/platform.ts';

/** The extension in VS Code for the Web. The server is a worker. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateHost(context, browserPlatform);
}

const browserPlatform: Platform = {
  newNonce: () => Array.from(crypto.getRandomValues(new Uint8Array(24)), byte => byte.toString(16).padStart(2, '0')).join(''),
  newClient: async (context, options) => {
    const { LanguageClient } = await import('vscode-languageclient/browser');
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
    // A function, not a worker: a crashed server gets a new one.
    return new LanguageClient(clientId, clientName, async () => new Worker(script), options);
  },
};
