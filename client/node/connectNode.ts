import type * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions } from '../host/languageClient/clientOptions.ts';
import { connect } from '../host/languageClient/connect.ts';
import type { ConnectionListener } from '../host/languageClient/connectionListener.ts';
import { clientId, clientName } from '../host/platform.ts';

// Small young generation: parsing allocates in bursts, and memory of the server counts more here than a few scavenges.
const execArgv = ['--max-semi-space-size=4'];

/** The server as a child process. This module is a bundle of its own: it holds the client library, which is many times as large as the rest of the host. */
export function connectNode(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  listener: ConnectionListener,
): Promise<BaseLanguageClient> {
  const module = context.asAbsolutePath('dist/server.js');
  const run = { module, transport: TransportKind.ipc, options: { execArgv } };
  const debug = { module, transport: TransportKind.ipc, options: { execArgv: [...execArgv, '--nolazy', '--inspect=6049'] } };
  return connect(new LanguageClient(clientId, clientName, { run, debug }, clientOptions(output, listener.onCrash)), listener);
}
