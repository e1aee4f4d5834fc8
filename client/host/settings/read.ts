import * as vscode from 'vscode';
import { readSettings, type Settings } from './settings.ts';

/** The settings as they hold for a document; `chosen` may know better. */
export function settingsFor(uri: vscode.Uri, chosen: (name: string) => unknown = () => undefined): Settings {
  const section = vscode.workspace.getConfiguration('daemonscope', uri);
  return readSettings(name => chosen(name) ?? section.get(name));
}

/** Sets one of our settings where a person expects it: in the folder's settings when one is open, else in the user's. */
export async function setSetting(name: string, value: string): Promise<void> {
  const folderOpen = vscode.workspace.workspaceFolders !== undefined;
  const target = folderOpen ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await vscode.workspace.getConfiguration('daemonscope').update(name, value, target);
}
