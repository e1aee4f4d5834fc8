import * as vscode from 'vscode';
import tutorialManifest from '../../../examples/tutorial/fluentd-elasticsearch.yaml';
import type { Command } from './command.ts';

/** Opens the tutorial's manifest in a new document, with its rollout beside it: applied for the first time, on the tutorial's cluster. */
export const openTutorial: Command = {
  name: 'openTutorial',
  run: async ({ panels }) => {
    const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: tutorialManifest });
    await vscode.window.showTextDocument(document, { preview: false });
    panels.open({ uri: document.uri.toString(), index: 0 });
  },
};
