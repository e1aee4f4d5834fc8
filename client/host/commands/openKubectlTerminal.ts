import * as vscode from 'vscode';
import { fileOf, findCluster } from '../cluster/readCluster.ts';
import type { Command, CommandHost } from './command.ts';
import { currentSettings } from './currentSettings.ts';
import { subjectUri } from './subjectUri.ts';

/**
 * Opens a terminal in which the user's own kubectl works on a simulated cluster: the one that is chosen for the manifest. The cluster lives as long as
 * the terminal, and knows nothing of any panel.
 */
export const openKubectlTerminal: Command = {
  name: 'openKubectlTerminal',
  run: async (host, args) => {
    const { serve } = host.services;
    if (serve === null) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no terminal in VS Code for the Web.'));
    const title = vscode.l10n.t('Starting a simulated cluster…');
    const options = { location: vscode.ProgressLocation.Window, title };
    const served = await vscode.window.withProgress(options, async () => serve(await argumentsFor(args)));
    showTerminal(host, served, subjectUri(args));
  },
};

type Served = Awaited<ReturnType<NonNullable<CommandHost['services']['serve']>>>;

function showTerminal({ services }: CommandHost, served: Served, manifest: vscode.Uri | undefined): void {
  const terminal = vscode.window.createTerminal({
    name: vscode.l10n.t('kubectl, simulated'),
    env: { KUBECONFIG: served.kubeconfig },
    ...(manifest?.scheme === 'file' ? { cwd: vscode.Uri.joinPath(manifest, '..') } : {}),
    message: vscode.l10n.t(
      'kubectl works on a simulated cluster here. Try: kubectl get nodes; kubectl apply -f FILE; kubectl rollout status ds/NAME',
    ),
    iconPath: new vscode.ThemeIcon('play-circle'),
  });
  const closing = vscode.window.onDidCloseTerminal(closed => {
    if (closed === terminal) served.stop();
  });
  void served.ended.then(() => {
    closing.dispose();
    services.output.info('A simulated cluster has ended.');
    if (terminal.exitStatus === undefined) terminal.dispose();
  });
  terminal.show();
}

/** The cluster and the version that hold for a manifest, as `daemonscope serve` takes them. */
async function argumentsFor(args: readonly unknown[]): Promise<readonly string[]> {
  const settings = currentSettings(args);
  const manifest = subjectUri(args) ?? vscode.Uri.parse('untitled:none');
  const choice = await findCluster(settings.cluster, manifest);
  const file = fileOf(choice, manifest);
  const cluster = choice.kind === 'builtIn' ? choice.name : (file?.fsPath ?? '');
  return ['--kubernetes', settings.kubernetesVersion, ...(cluster === '' ? [] : ['--cluster', cluster])];
}
