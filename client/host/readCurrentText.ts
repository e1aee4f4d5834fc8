import * as vscode from 'vscode';
import { readText } from './readText.ts';

/** What an open editor shows, saved or not; else the file. Fails as the file system does. */
export async function readCurrentText(file: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === file.toString());
  return open === undefined ? readText(file) : open.getText();
}
