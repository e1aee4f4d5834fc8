import * as vscode from 'vscode';

/** Asks where to put the scenario of a manifest, writes it there and shows it. */
export async function saveScenario(manifest: vscode.Uri, text: string): Promise<void> {
  const name = (manifest.path.split('/').at(-1) ?? '').replace(/\.(?:ya?ml|json)$/i, '');
  const beside = manifest.scheme === 'untitled' ? {} : { defaultUri: vscode.Uri.joinPath(manifest, '..', `${name}.scenario.yaml`) };
  const filters = { [vscode.l10n.t('Scenario')]: ['yaml', 'yml'] };
  const file = await vscode.window.showSaveDialog({ ...beside, filters, title: vscode.l10n.t('Save the scenario') });
  if (file === undefined) return;
  await vscode.workspace.fs.writeFile(file, await vscode.workspace.encode(text, { uri: file }));
  await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
}
