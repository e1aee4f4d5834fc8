import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { ServerHost } from '../lsp/host.ts';
import { startServer } from '../lsp/server.ts';

/** The language server as a web worker. It can look at no files but those the client has open. */
const host: ServerHost = {
  defer: work => void setTimeout(work, 0),
  fileExists: () => null,
  readText: () => null,
  workspaceFiles: null,
};

startServer(createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self)), host);
