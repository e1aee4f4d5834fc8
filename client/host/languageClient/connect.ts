import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { manifestChangedNotification } from '../../../core/protocol/lsp.ts';
import type { ConnectionListener } from './connectionListener.ts';

/** Starts a client, and with it its server. Fails when the server does not answer. */
export async function connect(client: BaseLanguageClient, listener: ConnectionListener): Promise<BaseLanguageClient> {
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) listener.onState('running');
    if (newState === State.Starting) listener.onState('starting');
  });
  client.onNotification(manifestChangedNotification, listener.onManifestChanged);
  await client.start();
  return client;
}
