import * as vscode from 'vscode';
import { kubernetesVersions } from '../../../core/kubernetes/versions.ts';
import { setSetting } from '../settings/read.ts';
import type { Command } from './command.ts';
import { currentSettings } from './currentSettings.ts';
import { pickOne } from './pickOne.ts';

/** Chooses the Kubernetes version whose schema, rules and controller are used. */
export const chooseKubernetesVersion: Command = {
  name: 'chooseKubernetesVersion',
  run: async (host, args) => {
    const items = kubernetesVersions.toReversed().map(version => ({ label: version, value: version }));
    const chosen = await pickOne(vscode.l10n.t('Which Kubernetes version?'), items, currentSettings(host, args).kubernetesVersion);
    if (chosen !== null) await setSetting('kubernetesVersion', chosen);
  },
};
