import * as vscode from 'vscode';
import { setSetting } from '../settings/read.ts';
import type { BaselineWish } from '../settings/settings.ts';
import type { Command } from './command.ts';
import { currentSettings } from './currentSettings.ts';
import { pickOne } from './pickOne.ts';

/** Chooses what runs before the edit. */
export const chooseBaseline: Command = {
  name: 'chooseBaseline',
  run: async (_host, args) => {
    const items: readonly { readonly label: string; readonly detail: string; readonly value: BaselineWish }[] = [
      { label: vscode.l10n.t('Git HEAD'), detail: vscode.l10n.t('The file as it is in the last commit.'), value: 'git' },
      { label: vscode.l10n.t('Saved file'), detail: vscode.l10n.t('The file as it is saved.'), value: 'saved' },
      { label: vscode.l10n.t('Nothing yet'), detail: vscode.l10n.t('The manifest is applied for the first time.'), value: 'none' },
    ];
    const chosen = await pickOne(vscode.l10n.t('What runs before your edit?'), items, currentSettings(args).baseline);
    if (chosen !== null) await setSetting('baseline', chosen);
  },
};
