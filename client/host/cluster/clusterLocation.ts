import * as vscode from 'vscode';
import { settingLocation } from '../settings/settingLocation.ts';
import { type ClusterChoice, clusterBeside } from './chooseCluster.ts';

/** Where a chosen cluster file is, for a manifest. */
export function clusterLocation(choice: Exclude<ClusterChoice, { kind: 'builtIn' }>, manifest: vscode.Uri): vscode.Uri {
  if (choice.kind === 'beside') return besideManifest(manifest);
  return settingLocation(choice.path, manifest);
}

/** The cluster file that would be taken by default. */
export function besideManifest(manifest: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(manifest, '..', clusterBeside);
}

/** What a person calls a file: its path in the workspace. */
export function fileLabel(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false);
}
