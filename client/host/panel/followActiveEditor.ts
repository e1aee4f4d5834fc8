import * as vscode from 'vscode';
import { guarded } from '../guard.ts';
import type { Services } from '../rollout/services.ts';
import { targetInEditor } from '../rollout/targetInEditor.ts';
import type { Panels } from './panels.ts';

/** Lets the panel that is not pinned go along with the active editor. A file without a DaemonSet leaves it as it is. */
export function followActiveEditor(services: Services, panels: Panels): vscode.Disposable {
  const follow = async (editor: vscode.TextEditor | undefined): Promise<void> => {
    const panel = panels.loose();
    if (editor === undefined || panel === null || editor.document.uri.toString() === panel.target().uri) return;
    const target = await targetInEditor(editor, services.askManifest);
    if (target !== null && vscode.window.activeTextEditor === editor && panel === panels.loose()) panel.show(target);
  };
  return vscode.window.onDidChangeActiveTextEditor(guarded(services.output, 'following the editor', follow));
}
