import * as vscode from 'vscode';
import { canHoldManifest, mentionsDaemonSet } from './languageClient/needsServer.ts';

/** The context key whose list of paths the menus look at (`resourcePath`: the URI of a remote file is another one in the window): a button that can do nothing is not shown. */
const contextKey = 'daemonscope.manifests';

/** Keeps the list of open documents that speak of a DaemonSet. One that once did stays until it is saved without, so that the button does not flicker. */
export function markManifestDocuments(): vscode.Disposable {
  const marked = new Set<string>();
  const set = ({ uri }: vscode.TextDocument, mark: boolean): void => {
    if (marked.has(uri.fsPath) === mark) return;
    if (mark) marked.add(uri.fsPath);
    else marked.delete(uri.fsPath);
    void vscode.commands.executeCommand('setContext', contextKey, [...marked]);
  };
  const look = (document: vscode.TextDocument): void =>
    set(document, canHoldManifest(document.languageId) && mentionsDaemonSet(document.getText()));
  for (const document of vscode.workspace.textDocuments) look(document);
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (!marked.has(document.uri.fsPath)) look(document);
    }),
    vscode.workspace.onDidCloseTextDocument(document => set(document, false)),
  );
}
