import * as vscode from 'vscode';
import { saveBeside } from './saveBeside.ts';

/** Asks where to put the scenario of a manifest, writes it there and shows it. */
export async function saveScenario(manifest: vscode.Uri, text: string): Promise<void> {
  const file = await saveBeside(manifest, text, {
    ending: 'scenario.yaml',
    filters: { [vscode.l10n.t('Scenario')]: ['yaml', 'yml'] },
    title: vscode.l10n.t('Save the scenario'),
  });
  if (file !== null) await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
}
