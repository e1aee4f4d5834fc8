import type * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/** What differs between the Node extension host and the one in a browser's worker. */
export interface Platform {
  /** Makes the client, and with its start the server: a child process, or a worker. Loads the client library only now, so that activation stays quick. */
  readonly newClient: (context: vscode.ExtensionContext, options: LanguageClientOptions) => Promise<BaseLanguageClient>;
  /** A text nobody can guess, of letters and digits, for a page's Content-Security-Policy. */
  readonly newNonce: () => string;
}

/** The id under which the client is known to VS Code, and the prefix of its settings. */
export const clientId = 'daemonscope';
export const clientName = 'Daemonscope';
