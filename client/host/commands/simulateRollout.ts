import * as vscode from 'vscode';
import type { ManifestResult } from '../../../core/protocol/lsp.ts';
import { canHoldManifest } from '../languageClient/needsServer.ts';
import { isIndex, type Target } from '../rollout/target.ts';
import type { Command, CommandHost } from './command.ts';

/** Opens the panel of a DaemonSet: the one of the code lens, else the one around the cursor, else one that is picked. */
export const simulateRollout: Command = {
  name: 'simulateRollout',
  run: async (host, args) => {
    const [first, second] = args;
    const target =
      typeof first === 'string' && isIndex(second)
        ? { uri: first, index: second }
        : await targetOfEditor(host, first instanceof vscode.Uri ? first : null);
    if (target !== null) host.panels.open(target);
  },
};

async function targetOfEditor(host: CommandHost, uri: vscode.Uri | null): Promise<Target | null> {
  const editor = editorOf(uri);
  if (editor === undefined || !canHoldManifest(editor.document.languageId))
    return refuse(vscode.l10n.t('Open a YAML or JSON file with a DaemonSet first.'));
  const document = editor.document.uri.toString();
  const { line, character } = editor.selection.active;
  const result = await host.services.askManifest({ uri: document, which: { position: { line, character } } });
  if (result === null) return host.services.server.state() === 'failed' ? null : refuse(vscode.l10n.t('This file holds no DaemonSet.'));
  const index = holds(result, editor.selection.active) || result.all.length < 2 ? result.manifest.index : await pick(result);
  return index === null ? null : { uri: document, index };
}

/** The editor that a menu was opened on, else the active one. A title button can be pressed while another group has the keyboard. */
function editorOf(uri: vscode.Uri | null): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (uri === null || active?.document.uri.toString() === uri.toString()) return active;
  return vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
}

function holds({ manifest }: ManifestResult, cursor: vscode.Position): boolean {
  const { start, end } = manifest.range;
  return new vscode.Range(start.line, 0, end.line, end.character).contains(cursor);
}

async function pick(result: ManifestResult): Promise<number | null> {
  const items = result.all.map(({ name, namespace }, index) => ({
    label: name === '' ? vscode.l10n.t('(no name)') : name,
    description: namespace,
    index,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which DaemonSet?') });
  return chosen?.index ?? null;
}

function refuse(message: string): null {
  void vscode.window.showInformationMessage(message);
  return null;
}
