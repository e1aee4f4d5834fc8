import path from 'node:path';
import * as vscode from 'vscode';
import type { ExtensionApi } from '../../client/host/activate.ts';
import { eventually, until } from '../kit/eventually.ts';

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

const suffixes: Readonly<Record<string, string>> = { yaml: 'yaml', json: 'json' };
let texts = 0;

/**
 * Opens a document that is nowhere saved, under a name of its own: VS Code would call each one `Untitled-1`, and fill a new one with what is left of the last
 * one while it still puts that away.
 */
export async function openText(language: string, content: string): Promise<vscode.TextEditor> {
  const uri = vscode.Uri.parse(`untitled:text-${texts++}.${suffixes[language] ?? 'txt'}`);
  const opened = await vscode.workspace.openTextDocument(uri);
  const document = opened.languageId === language ? opened : await vscode.languages.setTextDocumentLanguage(opened, language);
  const editor = await vscode.window.showTextDocument(document);
  if (content !== '' && !(await editor.edit(edit => edit.insert(new vscode.Position(0, 0), content))))
    throw new Error('the edit was refused');
  return editor;
}

/** Throws every change away and closes all editors. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter(one => one.isDirty && !one.isClosed)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await eventually('all editors closed', () => vscode.window.tabGroups.all.flatMap(group => group.tabs.map(tab => tab.label)), []);
}

/** A problem in a word: `error 17 unknown-field`, with the line counted from 1 and the rule's name. */
export function shortly(problem: vscode.Diagnostic): string {
  const code = typeof problem.code === 'object' ? problem.code.value : problem.code;
  const severity = ['error', 'warning', 'information', 'hint'][problem.severity];
  return `${severity} ${problem.range.start.line + 1} ${code}`;
}

/** Our problems of a document, as soon as they satisfy `condition`. */
export function problems(
  uri: vscode.Uri,
  condition: (found: readonly vscode.Diagnostic[]) => boolean,
): Promise<readonly vscode.Diagnostic[]> {
  const ours = (): readonly vscode.Diagnostic[] => vscode.languages.getDiagnostics(uri).filter(one => one.source === 'daemonscope');
  return until(`problems of ${uri.path}`, ours, condition);
}

/** Our problems of a document at the level of errors, as soon as there are some. */
export async function errors(uri: vscode.Uri): Promise<readonly vscode.Diagnostic[]> {
  const found = await problems(uri, list => list.some(isError));
  return found.filter(isError);
}

export function isError(problem: vscode.Diagnostic): boolean {
  return problem.severity === vscode.DiagnosticSeverity.Error;
}

/** Waits until a document has no errors of ours. Warnings may be. */
export async function noErrors(uri: vscode.Uri): Promise<void> {
  await problems(uri, found => !found.some(isError));
}

/** What completion offers at a position: labels, without VS Code's own word-based guesses. */
export async function completions(editor: vscode.TextEditor, position: vscode.Position): Promise<readonly string[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    position,
  );
  return list.items.map(item => (typeof item.label === 'string' ? item.label : item.label.label));
}

/** The position just behind the first occurrence of a text. */
export function behind(editor: vscode.TextEditor, text: string): vscode.Position {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`${editor.document.uri.path} does not say ${text}`);
  return editor.document.positionAt(at + text.length);
}

/** Replaces the first occurrence of `from` in an editor, as one keystroke would. */
export async function replace(editor: vscode.TextEditor, from: string, to: string): Promise<void> {
  const at = editor.document.getText().indexOf(from);
  if (at < 0) throw new Error(`${editor.document.uri.path} does not say ${from}`);
  const range = new vscode.Range(editor.document.positionAt(at), editor.document.positionAt(at + from.length));
  if (!(await editor.edit(edit => edit.replace(range, to)))) throw new Error('the edit was refused');
}
