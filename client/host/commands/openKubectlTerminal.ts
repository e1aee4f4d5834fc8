import * as vscode from 'vscode';
import { defaultAssumptions } from '../../../core/protocol/choices.ts';
import { scenarioIndex, worldIndex } from '../../../core/protocol/panel.ts';
import { fileOf, findCluster } from '../cluster/readCluster.ts';
import type { OpenWorld, ServedWorlds } from '../kubectl/servedWorlds.ts';
import { type Target, targetOf } from '../rollout/target.ts';
import { targetInEditor } from '../rollout/targetInEditor.ts';
import type { Settings } from '../settings/settings.ts';
import type { Command, CommandHost } from './command.ts';
import { currentSettings } from './currentSettings.ts';
import { scenarioInEditor } from './openScenario.ts';
import { pickOne } from './pickOne.ts';
import { subjectUri } from './subjectUri.ts';

/**
 * Opens a terminal in which the user's own kubectl works on a simulated cluster (the one that is chosen for the manifest, or that of the scenario file),
 * and attaches a panel to it. The cluster lives as long as the terminal.
 */
export const openKubectlTerminal: Command = {
  name: 'openKubectlTerminal',
  run: async (host, args) => {
    const { worlds } = host.services;
    if (worlds === null) return void vscode.window.showInformationMessage(vscode.l10n.t('There is no terminal in VS Code for the Web.'));
    if (!vscode.workspace.isTrusted) return askForTrust();
    const target = await targetFor(host, args);
    if (target?.index === scenarioIndex && isUnsaved(target)) return tellToSave(target);
    const running = await chooseRunning(worlds);
    if (running === 'none') return;
    const one = running ?? (await startWorld(host, worlds, target, args));
    one.terminal.show();
    await attachPanel(host, one, target);
    if (!one.world.cluster.hasKubectl) void tellOfKubectl();
  },
};

/** A terminal runs the programs and the settings of the workspace. */
async function askForTrust(): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const message = vscode.l10n.t('A terminal can be opened when this workspace is trusted. Simulating needs no trust.');
  if ((await vscode.window.showWarningMessage(message, manage)) === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}

/** The cluster's process reads the scenario file by itself. */
function isUnsaved({ uri }: Target): boolean {
  return vscode.workspace.textDocuments.some(document => document.uri.toString() === uri && document.isDirty);
}

function tellToSave({ uri }: Target): void {
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  void vscode.window.showInformationMessage(vscode.l10n.t('Save {0} first: the simulated cluster begins with what is in the file.', file));
}

async function tellOfKubectl(): Promise<void> {
  const how = vscode.l10n.t('How to install it');
  const message = vscode.l10n.t(
    'kubectl was not found on the PATH. The simulated cluster runs, but the terminal needs a kubectl of yours: any version will do.',
  );
  if ((await vscode.window.showWarningMessage(message, how)) === how)
    await vscode.env.openExternal(vscode.Uri.parse('https://kubernetes.io/docs/tasks/tools/'));
}

/** What the panel follows beside the cluster: the panel that asked, a scenario file, the DaemonSet in the editor; null: nothing. */
async function targetFor({ services }: CommandHost, args: readonly unknown[]): Promise<Target | null> {
  const given = targetOf(args[0]);
  if (given !== null) return given;
  const scenario = scenarioInEditor();
  if (scenario !== null) return { uri: scenario.toString(), index: scenarioIndex };
  const editor = vscode.window.activeTextEditor;
  return editor === undefined ? null : targetInEditor(editor, services.askManifest);
}

/** One that runs already; null: a new one is wanted, or there is no other; `none`: the person wants neither. */
async function chooseRunning(worlds: ServedWorlds): Promise<OpenWorld | null | 'none'> {
  const open = worlds.open();
  if (open.length === 0) return null;
  const items = open.map(({ world, label }) => ({
    ...{ label: vscode.l10n.t('Attach the panel to {0}', label), value: String(world.id) },
    detail: vscode.l10n.t('The simulated cluster that runs already.'),
  }));
  const another = {
    label: vscode.l10n.t('Another simulated cluster'),
    detail: vscode.l10n.t('With a terminal of its own.'),
    value: 'another',
  };
  const chosen = await pickOne(vscode.l10n.t('Which simulated cluster?'), [...items, another], '');
  return chosen === null ? 'none' : (open.find(({ world }) => String(world.id) === chosen) ?? null);
}

async function startWorld(host: CommandHost, worlds: ServedWorlds, target: Target | null, args: readonly unknown[]): Promise<OpenWorld> {
  const title = vscode.l10n.t('Starting a simulated cluster…');
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async () => {
    const { serve, label } = await argumentsFor(host, target, args);
    const manifest = target === null ? undefined : vscode.Uri.parse(target.uri);
    return worlds.start(serve, label, manifest?.scheme === 'file' ? vscode.Uri.joinPath(manifest, '..') : undefined);
  });
}

/** The cluster and the version that hold for a manifest, or the scenario file, as `daemonscope serve` takes them. */
async function argumentsFor(
  host: CommandHost,
  target: Target | null,
  args: readonly unknown[],
): Promise<{ serve: readonly string[]; label: string }> {
  const settings = currentSettings(host, args);
  if (target?.index === scenarioIndex) {
    const file = vscode.Uri.parse(target.uri);
    if (file.scheme === 'file') return { serve: ['--scenario', file.fsPath], label: vscode.workspace.asRelativePath(file) };
  }
  const manifest = subjectUri(args) ?? vscode.Uri.parse('untitled:none');
  const choice = await findCluster(settings.cluster, manifest);
  const file = fileOf(choice, manifest);
  const cluster = choice.kind === 'builtIn' ? choice.name : (file?.fsPath ?? '');
  const serve = ['--kubernetes', settings.kubernetesVersion, ...(cluster === '' ? [] : ['--cluster', cluster]), ...assumed(settings)];
  return { serve, label: choice.kind === 'builtIn' ? choice.name : file === null ? '' : vscode.workspace.asRelativePath(file) };
}

/** What is assumed otherwise than usual. */
function assumed({ assumptions }: Settings): readonly string[] {
  const usual: Readonly<Record<string, unknown>> = { ...defaultAssumptions };
  return Object.entries(assumptions).flatMap(([name, value]) => (value === usual[name] ? [] : ['--assume', `${name}=${value}`]));
}

/** Shows the world in the panel of its manifest, or in one of its own. */
async function attachPanel({ services, panels }: CommandHost, { world }: OpenWorld, target: Target | null): Promise<void> {
  if (target === null || target.index === scenarioIndex) {
    panels.open(target ?? { uri: `daemonscope-world:/${world.id}`, index: worldIndex }).attach(world, null);
    return;
  }
  const found = await services.askManifest({ uri: target.uri, which: { index: target.index } });
  panels.open(target).attach(world, found === null ? null : { namespace: found.manifest.namespace, name: found.manifest.name });
}
