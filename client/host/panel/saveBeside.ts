import * as vscode from 'vscode';

/** How a file is called and offered. */
export interface SaveAs {
  /** What follows the manifest's name: `scenario.yaml`. */
  readonly ending: string;
  readonly filters: Readonly<Record<string, string[]>>;
  readonly title: string;
}

/** Asks where to put something that belongs to a manifest (beside it is offered) and writes it there. null: the person does not want it. */
export async function saveBeside(manifest: vscode.Uri, content: string | Uint8Array, as: SaveAs): Promise<vscode.Uri | null> {
  const name = (manifest.path.split('/').at(-1) ?? '').replace(/\.(?:ya?ml|json)$/i, '');
  const beside = manifest.scheme === 'untitled' ? {} : { defaultUri: vscode.Uri.joinPath(manifest, '..', `${name}.${as.ending}`) };
  const file = await vscode.window.showSaveDialog({ ...beside, filters: { ...as.filters }, title: as.title });
  if (file === undefined) return null;
  const bytes = typeof content === 'string' ? await vscode.workspace.encode(content, { uri: file }) : content;
  await vscode.workspace.fs.writeFile(file, bytes);
  return file;
}
