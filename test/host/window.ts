import path from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../client/host/activate.ts';
import { until } from './until.ts';

export const extensionId = 'daemonscope.daemonscope';

export function extension(): vscode.Extension<ExtensionApi> {
  const found = vscode.extensions.getExtension<ExtensionApi>(extensionId);
  if (found === undefined) throw new Error(`${extensionId} is not installed`);
  return found;
}

/** A file of the workspace, which is a copy of examples/. */
export function example(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  return vscode.Uri.file(path.join(folder.uri.fsPath, file));
}

/** Opens a file of the workspace in an editor. */
export async function openExample(file: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(example(file)));
}

/** Opens a document that is nowhere saved. */
export async function openText(language: string, content: string): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
}

/** Throws every change away and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(one => one.isDirty && !one.isClosed)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await until('all editors closed', () => vscode.window.tabGroups.all.every(group => group.tabs.length === 0));
}

/** Our problems of a document, as soon as they satisfy `condition`. */
export async function problems(
  uri: vscode.Uri,
  condition: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const ours = (): vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(one => one.source === 'daemonscope');
  return until(
    `problems of ${uri.path}; now: ${ours()
      .map(one => one.message)
      .join(' | ')}`,
    () => condition(ours()) && ours(),
  );
}

/** Replaces the first occurrence of `from` in an editor, as one keystroke would. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const at = editor.document.getText().indexOf(from);
  if (at < 0) throw new Error(`${editor.document.uri.path} does not say ${from}`);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + from.length));
  if (!(await editor.edit(edit => edit.replace(range, to)))) throw new Error('the edit was refused');
}
