import type * as vscode from 'vscode';
import { canHoldManifest, mentionsDaemonSet } from '../languageClient/needsServer.ts';
import type { AskManifest } from '../languageClient/requests.ts';
import type { Target } from './target.ts';

/** The DaemonSet around or nearest above an editor's cursor, else the first. null: there is none; a file that speaks of none wakes no server. */
export async function targetInEditor({ document, selection }: vscode.TextEditor, askManifest: AskManifest): Promise<Target | null> {
  if (!canHoldManifest(document.languageId) || !mentionsDaemonSet(document.getText())) return null;
  const uri = document.uri.toString();
  const { line, character } = selection.active;
  const found = await askManifest({ uri, which: { position: { line, character } } });
  return found === null ? null : { uri, index: found.manifest.index };
}
