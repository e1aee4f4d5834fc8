import { randomBytes } from 'node:crypto';
import type * as vscode from 'vscode';
import type { ExtensionApi } from '../host/activate.ts';
import { activateHost } from '../host/activate.ts';
import { clientId, clientName, type Platform } from '../host/platform.ts';

/** The extension in a Node extension host: desktop VS Code and remote hosts. The server is a child process. */
export function activate(context: vscode.ExtensionContext): ExtensionApi {
  return activateHost(context, nodePlatform);
}

// Small young generation: parsing allocates in bursts, and memory of the server counts more here than a few scavenges.
const execArgv = ['--max-semi-space-size=4'];

const nodePlatform: Platform = {
  newNonce: () => randomBytes(24).toString('hex'),
  newClient: async (context, options) => {
    const { LanguageClient, TransportKind } = await import('vscode-languageclient/node');
    const module = context.asAbsolutePath('dist/server.js');
    const run = { module, transport: TransportKind.ipc, options: { execArgv } };
    const debug = { module, transport: TransportKind.ipc, options: { execArgv: [...execArgv, '--nolazy', '--inspect=6049'] } };
    return new LanguageClient(clientId, clientName, { run, debug }, options);
  },
};
