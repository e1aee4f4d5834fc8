import * as vscode from 'vscode';
import type { EarlierChoice } from '../../../core/protocol/panel.ts';
import { isIndex } from '../rollout/target.ts';
import { isRevision } from '../settings/baselineWish.ts';
import { browseFile } from './browseFile.ts';
import type { Command, CommandHost } from './command.ts';
import { currentSettings } from './currentSettings.ts';
import { pickOne } from './pickOne.ts';
import { subjectUri } from './subjectUri.ts';

/** Chooses what runs before the edit. A panel passes its earlier edits, which may be chosen too, and the number of the one that is. */
export const chooseBaseline: Command = {
  name: 'chooseBaseline',
  run: async (host, args) => {
    const [, offered, since] = args;
    const earlier = isEarlierList(offered) ? offered : [];
    const items: readonly { readonly label: string; readonly detail: string; readonly value: string }[] = [
      { label: vscode.l10n.t('Git HEAD'), detail: vscode.l10n.t('The file as it is in the last commit.'), value: 'git' },
      { label: vscode.l10n.t('Git revision…'), detail: vscode.l10n.t('The file at a branch, tag or commit.'), value: revision },
      { label: vscode.l10n.t('Saved file'), detail: vscode.l10n.t('The file as it is saved.'), value: 'saved' },
      { label: vscode.l10n.t('Another file…'), detail: vscode.l10n.t('The DaemonSet of the same name in another file.'), value: file },
      { label: vscode.l10n.t('Nothing yet'), detail: vscode.l10n.t('The manifest is applied for the first time.'), value: 'none' },
      ...earlier.map(({ number, label }) => ({
        label: vscode.l10n.t('Revision {0} of this simulation', number),
        detail: label,
        value: `${ofPanel}${number}`,
      })),
    ];
    const present = currentSettings(host, args).baseline;
    const ofSettings = present.startsWith('git:') ? revision : present.startsWith('file:') ? file : present;
    const shown = typeof since === 'number' ? `${ofPanel}${since}` : ofSettings;
    const chosen = await pickOne(vscode.l10n.t('What runs before your edit?'), items, shown, true);
    const panel = host.panels.showing(args[0]);
    if (chosen?.startsWith(ofPanel)) {
      panel?.compareWith(Number(chosen.slice(ofPanel.length)));
      return;
    }
    const value = chosen === revision ? await askRevision(host, subjectUri(args)) : chosen === file ? await askFile() : chosen;
    if (value === null) return;
    panel?.compareWith(null);
    if (value !== present) await host.services.choices.choose('baseline', value);
  },
};

const [revision, file, ofPanel] = ['git:', 'file:', 'panel:'];

function isEarlierList(value: unknown): value is readonly EarlierChoice[] {
  return Array.isArray(value) && value.every(one => isIndex(one?.number) && typeof one.label === 'string');
}

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
  const picked = await browseFile(vscode.l10n.t('Manifests'));
  return picked === null ? null : `file:${picked}`;
}
