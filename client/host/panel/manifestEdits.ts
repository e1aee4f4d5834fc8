import * as vscode from 'vscode';
import type { Range } from '../../../core/protocol/lsp.ts';
import type { PanelToHost } from '../../../core/protocol/panel.ts';
import type { Services } from '../rollout/services.ts';
import type { Target } from '../rollout/target.ts';

/** Shows a place of a manifest: in the editor where it is open, else in the first column. */
export async function reveal(uri: vscode.Uri, range: Range): Promise<void> {
  const shown = vscode.window.visibleTextEditors.find(editor => editor.document.uri.toString() === uri.toString());
  await vscode.window.showTextDocument(uri, { viewColumn: shown?.viewColumn ?? vscode.ViewColumn.One, selection: toRange(range) });
}

/** Gives a field of a manifest a value, as one undo step; says so when the text does not allow it, or is another one than the panel saw. */
export async function setFieldIn({ askEdits }: Services, target: Target, field: Field): Promise<void> {
  const uri = vscode.Uri.parse(target.uri);
  const document = await vscode.workspace.openTextDocument(uri);
  const result = document.version === field.version ? await askEdits({ uri: target.uri, index: target.index, ...field }) : null;
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of result?.edits ?? []) edit.replace(uri, toRange(range), newText);
  // Asking took a moment: edits of another text than the present one would hit the wrong place.
  if (result !== null && document.version === field.version && (await vscode.workspace.applyEdit(edit))) return;
  void vscode.window.showInformationMessage(
    vscode.l10n.t('{0} cannot be set here: the manifest has changed, or an alias is in the way.', field.path),
  );
}

type Field = Omit<Extract<PanelToHost, { type: 'setField' }>, 'type'>;

function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
