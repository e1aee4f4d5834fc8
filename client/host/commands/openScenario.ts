import * as vscode from 'vscode';
import { scenarioIndex } from '../../../core/protocol/panel.ts';
import type { Command } from './command.ts';

/** Opens a scenario file in the panel: the one that a menu was opened on or that is in the active editor, else one that is picked. */
export const openScenario: Command = {
  name: 'openScenario',
  run: async ({ panels }, args) => {
    const [first] = args;
    const uri = first instanceof vscode.Uri ? first : (scenarioInEditor() ?? (await pickScenario()));
    if (uri !== null) panels.open({ uri: uri.toString(), index: scenarioIndex });
  },
};

/** The scenario file in the active editor; null: there is none. */
export function scenarioInEditor(): vscode.Uri | null {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && /^kind:\s*["']?Scenario\b/m.test(document.getText()) ? document.uri : null;
}

async function pickScenario(): Promise<vscode.Uri | null> {
  const filters = { [vscode.l10n.t('Scenario')]: ['yaml', 'yml', 'json'] };
  const [file] = (await vscode.window.showOpenDialog({ canSelectMany: false, filters, title: vscode.l10n.t('Open a scenario') })) ?? [];
  return file ?? null;
}
