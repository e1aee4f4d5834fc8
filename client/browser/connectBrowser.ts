import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions } from '../host/languageClient/clientOptions.ts';
import { connect } from '../host/languageClient/connect.ts';
import type { ConnectionListener } from '../host/languageClient/connectionListener.ts';
import { clientId, clientName } from '../host/platform.ts';

/** The server as a worker. */
export function connectBrowser(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
  listener: ConnectionListener,
): Promise<BaseLanguageClient> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  let worker: Worker | null = null;
  // A function, not a worker: a server that is started again gets a new one. The old one would go on for ever.
  const start = async (): Promise<Worker> => {
    worker?.terminate();
    worker = new Worker(script);
    return worker;
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return connect(new LanguageClient(clientId, clientName, start, clientOptions(output, listener.onCrash)), listener);
}
