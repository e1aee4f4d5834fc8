import * as vscode from 'vscode';
import { complete } from './complete.ts';
import type { LanguageServer } from './languageServer.ts';
import { canHoldManifest, mentionsDaemonSet } from './needsServer.ts';

/**
 * Starts the server with the first document that says `DaemonSet`, or when someone asks for completion in a YAML document (a new file must offer
 * whole DaemonSets). Until then no process runs for people who only edit other YAML.
 */
export function startWhenNeeded(server: LanguageServer): vscode.Disposable {
  const watching: vscode.Disposable[] = [];
  const stopWatching = (): void => vscode.Disposable.from(...watching.splice(0)).dispose();
  const wake = (because: string): void => {
    stopWatching();
    void server.ready(because);
  };
  const look = (document: vscode.TextDocument): void => {
    if (canHoldManifest(document.languageId) && mentionsDaemonSet(document.getText())) wake(`${document.uri.path} mentions a DaemonSet`);
  };
  watching.push(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(event => look(event.document)),
    vscode.languages.registerCompletionItemProvider({ language: 'yaml' }, firstCompletion(server, stopWatching)),
  );
  for (const document of vscode.workspace.textDocuments) look(document);
  return { dispose: stopWatching };
}

/** Answers the one completion that wakes the server, from the server; from then on the client's own provider answers. */
function firstCompletion(server: LanguageServer, stopWatching: () => void): vscode.CompletionItemProvider {
  return {
    provideCompletionItems: async (document, position, token, context) => {
      stopWatching();
      const client = await server.ready(`completion in ${document.uri.path}`);
      if (client === null || token.isCancellationRequested) return undefined;
      return complete(client, document, position, context, token);
    },
  };
}
