import * as vscode from 'vscode';
import type { Command } from './command.ts';

/** Opens an empty YAML document and offers whole DaemonSets in it. */
export const newDaemonSet: Command = {
  name: 'newDaemonSet',
  run: async ({ services }) => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: '' });
    await vscode.window.showTextDocument(document);
    await services.server.ready('a new DaemonSet');
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
  },
};
