import * as vscode from 'vscode';
import { fileLabel } from '../cluster/clusterLocation.ts';
import { isRevision } from '../settings/baselineWish.ts';
import { setSetting } from '../settings/read.ts';
import type { Command, CommandHost } from './command.ts';
import { currentSettings } from './currentSettings.ts';
import { pickOne } from './pickOne.ts';
import { subjectUri } from './subjectUri.ts';

/** Chooses what runs before the edit. */
export const chooseBaseline: Command = {
  name: 'chooseBaseline',
  run: async (host, args) => {
    const items: readonly { readonly label: string; readonly detail: string; readonly value: string }[] = [
      { label: vscode.l10n.t('Git HEAD'), detail: vscode.l10n.t('The file as it is in the last commit.'), value: 'git' },
      { label: vscode.l10n.t('Git revision…'), detail: vscode.l10n.t('The file at a branch, tag or commit.'), value: revision },
      { label: vscode.l10n.t('Saved file'), detail: vscode.l10n.t('The file as it is saved.'), value: 'saved' },
      { label: vscode.l10n.t('Another file…'), detail: vscode.l10n.t('The DaemonSet of the same name in another file.'), value: file },
      { label: vscode.l10n.t('Nothing yet'), detail: vscode.l10n.t('The manifest is applied for the first time.'), value: 'none' },
    ];
    const present = currentSettings(args).baseline;
    const shown = present.startsWith('git:') ? revision : present.startsWith('file:') ? file : present;
    const chosen = await pickOne(vscode.l10n.t('What runs before your edit?'), items, shown, true);
    const value = chosen === revision ? await askRevision(host, subjectUri(args)) : chosen === file ? await askFile() : chosen;
    if (value !== null && value !== present) await setSetting('baseline', value);
  },
};

const [revision, file] = ['git:', 'file:'];

/** A branch or tag from the list, or whatever is typed. */
async function askRevision({ services }: CommandHost, uri: vscode.Uri | undefined): Promise<string | null> {
  const names = uri === undefined ? [] : await services.baselines.revisions(uri);
  const typed = vscode.l10n.t('Another one…');
  const picked =
    names.length === 0 ? typed : await vscode.window.showQuickPick([...names, typed], { title: vscode.l10n.t('Which revision?') });
  if (picked === undefined) return null;
  if (picked !== typed) return `git:${picked}`;
  const written = await vscode.window.showInputBox({
    title: vscode.l10n.t('Which revision?'),
    placeHolder: 'main, v1.2.0, HEAD~3',
    validateInput: text => (isRevision(text.trim()) ? null : vscode.l10n.t('This is no name of a revision.')),
  });
  return written === undefined ? null : `git:${written.trim()}`;
}

async function askFile(): Promise<string | null> {
  const filters = { [vscode.l10n.t('Manifests')]: ['yaml', 'yml', 'json'] };
  const [picked] = (await vscode.window.showOpenDialog({ canSelectMany: false, filters })) ?? [];
  if (picked === undefined) return null;
  const label = fileLabel(picked);
  return `file:${label === picked.fsPath && picked.scheme !== 'file' ? picked.toString() : label}`;
}
