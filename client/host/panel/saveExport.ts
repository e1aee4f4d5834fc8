import * as vscode from 'vscode';
import type { PictureFormat } from '../../../core/protocol/panel.ts';
import { saveBeside } from './saveBeside.ts';

/** Asks where to put the picture of a panel, and offers to open it. */
export async function savePicture(manifest: vscode.Uri, format: PictureFormat, bytes: Uint8Array): Promise<void> {
  const filters = { [format.toUpperCase()]: [format] };
  const file = await saveBeside(manifest, bytes, { ending: `rollout.${format}`, filters, title: vscode.l10n.t('Save the picture') });
  if (file !== null) await offerToOpen(file);
}

/** Asks where to put the forecast's report, and shows it. */
export async function saveReport(manifest: vscode.Uri, text: string): Promise<void> {
  const title = vscode.l10n.t('Save the report');
  const file = await saveBeside(manifest, text, { ending: 'rollout.md', filters: { Markdown: ['md'] }, title });
  if (file !== null) await vscode.window.showTextDocument(file, { viewColumn: vscode.ViewColumn.One });
}

async function offerToOpen(file: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const answer = await vscode.window.showInformationMessage(vscode.l10n.t('Saved as {0}.', vscode.workspace.asRelativePath(file)), open);
  if (answer === open) await vscode.commands.executeCommand('vscode.open', file);
}
