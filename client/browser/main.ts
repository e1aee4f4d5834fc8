import * as vscode from 'vscode';
import type { MessageTransports } from 'vscode-languageclient/browser';
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
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import('vscode-languageclient/browser');
    const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
    // A function, not a worker: a crashed server gets a new one. And its ends, not the worker itself: in VS Code's worker host `Worker` is a
    // stand-in, whose instances the client's `instanceof Worker` does not know.
    const start = async (): Promise<MessageTransports> => {
      const worker = new Worker(script);
      return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
    };
    return new LanguageClient(clientId, clientName, start, options);
  },
};
