import * as vscode from 'vscode';
import type { Command } from './command.ts';
import { openTutorial } from './openTutorial.ts';

/** The environment variable that the tutorial changes, and its value. */
const variable = /name: testenv\b[^\n]*\n +value: (\S+)/;

/**
 * Changes the tutorial's environment variable, and compares with what ran before: a step of the walkthrough, for those who only click. Opens the
 * tutorial when it is not open yet.
 */
export const editTutorial: Command = {
  name: 'editTutorial',
  run: async (host, args) => {
    const document = vscode.workspace.textDocuments.find(
      one => one.isUntitled && one.languageId === 'yaml' && variable.test(one.getText()),
    );
    if (document === undefined) {
      openTutorial.run(host, args);
      return;
    }
    const [found = '', value = ''] = variable.exec(document.getText()) ?? [];
    const end = document.getText().indexOf(found) + found.length;
    const edit = new vscode.WorkspaceEdit();
    const range = new vscode.Range(document.positionAt(end - value.length), document.positionAt(end));
    edit.replace(document.uri, range, nextValue(value));
    const target = { uri: document.uri.toString(), index: 0 };
    host.panels.open(target).compareWith(1);
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.One, preview: false, selection: range });
  },
};

/** `value` → `value01` → `value02`. */
function nextValue(value: string): string {
  const [, stem = '', number = '0'] = /^(\D*)(\d*)$/.exec(value) ?? [];
  return `${stem}${String(Number(number) + 1).padStart(2, '0')}`;
}
