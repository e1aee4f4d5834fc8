import * as vscode from 'vscode';
import { builtInClusters } from '../../../core/protocol/choices.ts';
import { fileLabel } from '../cluster/clusterLocation.ts';
import { browseFile } from './browseFile.ts';
import type { Command } from './command.ts';
import { currentSettings } from './currentSettings.ts';
import { pickOne } from './pickOne.ts';

/** Chooses the cluster that rollouts are simulated on: by default, a built-in one, a file of the workspace, or any file. */
export const chooseCluster: Command = {
  name: 'chooseCluster',
  run: async (host, args) => {
    const chosen = await pickOne(vscode.l10n.t('Which cluster?'), await choices(), currentSettings(host, args).cluster);
    const value = chosen === browse ? await browseFile(vscode.l10n.t('Cluster files')) : chosen;
    if (value !== null) await host.services.choices.choose('cluster', value);
  },
};

/** Stands in the list for a file that is looked for; no file is called so. */
const browse = '\u0000browse';
/** More than one can look through. */
const mostFiles = 200;

async function choices(): Promise<{ readonly label: string; readonly description: string; readonly value: string }[]> {
  const files = await vscode.workspace.findFiles('**/{cluster,*.cluster}.{yaml,yml,json}', '**/node_modules/**', mostFiles);
  const labels = files.map(fileLabel).sort();
  return [
    { label: vscode.l10n.t('By default'), description: vscode.l10n.t('cluster.yaml beside the manifest, else the tutorial'), value: '' },
    ...builtInClusters.map(({ name, description }) => ({ label: name, description, value: name })),
    ...labels.map(label => ({ label: `$(file) ${label}`, description: '', value: label })),
    {
      label: `$(folder-opened) ${vscode.l10n.t('Browse…')}`,
      description: vscode.l10n.t('what "kubectl get nodes,daemonsets -A -o yaml" printed'),
      value: browse,
    },
  ];
}
