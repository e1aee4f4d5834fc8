import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
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
  // A function, not a worker: a server that is started again gets a new one, and the old one would go on for ever. And its ends, not the worker
  // itself: in VS Code's worker host `Worker` is a stand-in, whose instances the client's `instanceof Worker` does not know.
  const start = async (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return connect(new LanguageClient(clientId, clientName, start, clientOptions(output, listener.onCrash)), listener);
}
