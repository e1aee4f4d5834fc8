import * as vscode from 'vscode';
import { type ExportFormat, exportFormats } from '../../../core/protocol/panel.ts';
import type { Command } from './command.ts';
import { pickOne } from './pickOne.ts';
import { simulateRollout } from './simulateRollout.ts';

/** Makes a file of a panel (the one looked at last, else a new one of the active editor): a report or a picture. An argument says which, without asking. */
export const exportReport: Command = {
  name: 'exportReport',
  run: async (host, args) => {
    if (host.panels.latest() === null) await simulateRollout.run(host, []);
    const panel = host.panels.latest();
    if (panel === null) return;
    const format = exportFormats.find(one => one === args[0]) ?? (await chooseFormat());
    if (format !== null) panel.exportAs(format);
  },
};

function chooseFormat(): Promise<ExportFormat | null> {
  const items: readonly { readonly label: string; readonly detail: string; readonly value: ExportFormat }[] = [
    { label: vscode.l10n.t('Report'), detail: vscode.l10n.t('Markdown, for a pull request.'), value: 'report' },
    { label: 'PNG', detail: vscode.l10n.t('A picture at the playhead.'), value: 'png' },
    { label: 'SVG', detail: vscode.l10n.t('A picture at the playhead, sharp at any size.'), value: 'svg' },
  ];
  return pickOne(vscode.l10n.t('Export what?'), items, '');
}
