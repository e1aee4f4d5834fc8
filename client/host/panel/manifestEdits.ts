import * as vscode from 'vscode';
import type { Range } from '../../../core/protocol/lsp.ts';

/** Shows a place of a manifest: in the editor where it is open, else in the first column. */
export async function reveal(uri: vscode.Uri, range: Range): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
  await vscode.window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One, selection: toRange(range) });
}

/** Puts a text in the place of another, as one undo step; refuses when the document has changed since the panel saw it. */
export async function replaceIn(uri: vscode.Uri, range: Range, text: string, version: number): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.version !== version) return false;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, toRange(range), text);
  return vscode.workspace.applyEdit(edit);
}

function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
