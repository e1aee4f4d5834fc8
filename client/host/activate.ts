import * as vscode from 'vscode';
import { createLanguageServer } from './languageClient/languageServer.ts';
import type { ServerState } from './languageClient/serverState.ts';
import { startWhenNeeded } from './languageClient/startWhenNeeded.ts';
import { sendVisibleRanges } from './languageClient/visibleRanges.ts';
import { clientName, type Platform } from './platform.ts';

/** What the extension offers to others: tests look at it. */
export interface ExtensionApi {
  /** Whether the language server runs. */
  readonly serverState: () => ServerState;
}

/** Wires the host together; does nothing else. */
export function activateHost(context: vscode.ExtensionContext, platform: Platform): ExtensionApi {
  const output = vscode.window.createOutputChannel(clientName, { log: true });
  const server = createLanguageServer(context, platform, output);
  context.subscriptions.push(output, server, startWhenNeeded(server), sendVisibleRanges(server, output));
  return { serverState: server.state };
}
