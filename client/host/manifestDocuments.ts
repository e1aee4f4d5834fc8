import * as vscode from 'vscode';
import { canHoldManifest, mentionsDaemonSet } from './languageClient/needsServer.ts';

/** The context key whose list of URIs the menus look at: a button that can do nothing is not shown. */
const contextKey = 'daemonscope.manifests';

/** Keeps the list of open documents that speak of a DaemonSet. One that once did stays until it is saved without, so that the button does not flicker. */
export function markManifestDocuments(): vscode.Disposable {
  const marked = new Set<string>();
  const set = (uri: string, mark: boolean): void => {
    if (marked.has(uri) === mark) return;
    if (mark) marked.add(uri);
    else marked.delete(uri);
    void vscode.commands.executeCommand('setContext', contextKey, [...marked]);
  };
  const look = (document: vscode.TextDocument): void =>
    set(document.uri.toString(), canHoldManifest(document.languageId) && mentionsDaemonSet(document.getText()));
  for (const document of vscode.workspace.textDocuments) look(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!marked.has(document.uri.toString())) look(document);
    }),
    vscode.workspace.onDidCloseTextDocument(document => set(document.uri.toString(), false)),
  );
}
