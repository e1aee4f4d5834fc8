import * as vscode from 'vscode';

/** Where a file is that a setting names: a path starts at the manifest's workspace folder, without one at the manifest's own folder. */
export function settingLocation(path: string, manifest: vscode.Uri): vscode.Uri {
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(path)) return vscode.Uri.parse(path);
  if (/^([/\\]|[a-z]:[/\\])/i.test(path)) return vscode.Uri.file(path);
  return vscode.Uri.joinPath(baseOf(manifest), path);
}

function baseOf(manifest: vscode.Uri): vscode.Uri {
  const folder = vscode.workspace.getWorkspaceFolder(manifest) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder !== undefined) return folder.uri;
  return manifest.scheme === 'untitled' ? vscode.Uri.file('/') : vscode.Uri.joinPath(manifest, '..');
}
