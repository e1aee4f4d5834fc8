import * as vscode from 'vscode';
import { guarded } from '../guard.ts';
import { canHoldManifest, mentionsDaemonSet } from '../languageClient/needsServer.ts';
import type { Services } from '../rollout/services.ts';
import type { Panels } from './panels.ts';

/** Lets the panel that is not pinned go along with the active editor. A file without a DaemonSet leaves it as it is. */
export function followActiveEditor(services: Services, panels: Panels): vscode.Disposable {
  const follow = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    const panel = panels.loose();
    if (editor === undefined || panel === null) return;
    const { document, selection } = editor;
    const uri = document.uri.toString();
    if (uri === panel.target().uri || !canHoldManifest(document.languageId) || !mentionsDaemonSet(document.getText())) return;
    const { line, character } = selection.active;
    const found = await services.askManifest({ uri, which: { position: { line, character } } });
    if (found !== null && vscode.window.activeTextEditor === editor && panel === panels.loose())
      panel.show({ uri, index: found.manifest.index });
  };
  return vscode.window.onDidChangeActiveTextEditor(guarded(services.output, 'following the editor', follow));
}
