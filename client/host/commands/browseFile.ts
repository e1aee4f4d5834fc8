import * as vscode from 'vscode';
import { fileLabel } from '../cluster/clusterLocation.ts';

/** Lets a person choose a YAML or JSON file, as a setting names it: by its path in the workspace, else as it is. `kind`: what such files are called. null: none was chosen. */
export async function browseFile(kind: string): Promise<string | null> {
  const filters = { [kind]: ['yaml', 'yml', 'json'] };
  const [file] = (await vscode.window.showOpenDialog({ canSelectMany: false, filters })) ?? [];
  if (file === undefined) return null;
  const label = fileLabel(file);
  return label === file.fsPath && file.scheme !== 'file' ? file.toString() : label;
}
