import * as vscode from 'vscode';

/** A file's text as it is saved, in the encoding that the settings name for it. Fails as the file system does. */
export async function readText(uri: vscode.Uri): Promise<string> {
  return vscode.workspace.decode(await vscode.workspace.fs.readFile(uri), { uri });
}
