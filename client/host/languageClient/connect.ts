import type * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type ManifestChangedParams, manifestChangedNotification } from '../../../core/protocol/lsp.ts';
import type { Platform } from '../platform.ts';
import { type Crash, clientOptions } from './clientOptions.ts';
import type { ServerState } from './serverState.ts';

/** Whom a connection tells what happens on it. */
export interface ConnectionListener {
  readonly onCrash: (crash: Crash) => void;
  readonly onState: (state: ServerState) => void;
  readonly onManifestChanged: (change: ManifestChangedParams) => void;
}

/** Starts a server and a client on it. Fails when the server does not answer. In a file of its own: it pulls in the client library, which activation must not. */
export async function connect(
  context: vscode.ExtensionContext,
  platform: Platform,
  output: vscode.LogOutputChannel,
  listener: ConnectionListener,
): Promise<BaseLanguageClient> {
  const client = await platform.newClient(context, clientOptions(output, listener.onCrash));
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) listener.onState('running');
    if (newState === State.Starting) listener.onState('starting');
  });
  client.onNotification(manifestChangedNotification, listener.onManifestChanged);
  await client.start();
  return client;
}
