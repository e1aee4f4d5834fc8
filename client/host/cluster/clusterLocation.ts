import * as vscode from 'vscode';
import { type ClusterChoice, clusterBeside } from './chooseCluster.ts';

/** Where a chosen cluster file is, for a manifest: a path in the settings starts at the manifest's workspace folder, without one at its own folder. */
export function clusterLocation(choice: Exclude<ClusterChoice, { kind: 'builtIn' }>, manifest: vscode.Uri): vscode.Uri {
  if (choice.kind === 'beside') return besideManifest(manifest);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(choice.path)) return vscode.Uri.parse(choice.path);
  if (/^([/\\]|[a-z]:[/\\])/i.test(choice.path)) return vscode.Uri.file(choice.path);
  return vscode.Uri.joinPath(baseOf(manifest), choice.path);
}

/** The cluster file that would be taken by default. */
export function besideManifest(manifest: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(manifest, '..', clusterBeside);
}

/** What a person calls a file: its path in the workspace. */
export function fileLabel(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}

function baseOf(manifest: vscode.Uri): vscode.Uri {
  const folder = vscode.workspace.getWorkspaceFolder(manifest) ?? vscode.workspace.workspaceFolders?.[0];
  if (folder !== undefined) return folder.uri;
  return manifest.scheme === 'untitled' ? vscode.Uri.file('/') : vscode.Uri.joinPath(manifest, '..');
}
