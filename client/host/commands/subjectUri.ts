import * as vscode from 'vscode';
import { targetOf } from '../rollout/target.ts';

/** The document that a choice is about: the one of the panel that asked, else the active editor's. */
export function subjectUri(args: readonly unknown[]): vscode.Uri | undefined {
  const target = targetOf(args[0]);
  return target === null ? vscode.window.activeTextEditor?.document.uri : vscode.Uri.parse(target.uri);
}
