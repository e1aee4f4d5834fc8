import * as vscode from 'vscode';
import { builtInClusters } from '../../../core/protocol/choices.ts';
import { type ClusterOf, clusterOf } from '../../../core/protocol/clusterOf.ts';
import type { Parse } from '../languageClient/requests.ts';
import { errorLine } from '../output.ts';
import { readText } from '../readText.ts';
import { chooseCluster } from './chooseCluster.ts';
import { besideManifest, clusterLocation, fileExists, fileLabel } from './clusterLocation.ts';

/** A general YAML parser takes a second and more for each of these: ask for JSON. */
const mostYamlBytes = 5 * 1024 * 1024;

/** The cluster of a manifest with the file it comes from (null: none); or why there is none. */
export interface FoundCluster {
  readonly file: vscode.Uri | null;
  readonly result: ClusterOf;
}

/** Finds and reads the cluster that the settings, or the manifest's folder, name. */
export async function readCluster(setting: string, manifest: vscode.Uri, parse: Parse): Promise<FoundCluster> {
  const names = builtInClusters.map(cluster => cluster.name);
  const hasFileBeside = setting === '' && manifest.scheme !== 'untitled' && (await fileExists(besideManifest(manifest)));
  const choice = chooseCluster(setting, names, hasFileBeside);
  if (choice.kind === 'builtIn') return { file: null, result: builtIn(choice.name) };
  const file = clusterLocation(choice, manifest);
  return { file, result: await readClusterFile(file, parse) };
}

function builtIn(name: string): ClusterOf {
  const found = builtInClusters.find(cluster => cluster.name === name);
  return found ? { ok: true, cluster: found.make() } : { ok: false, message: vscode.l10n.t('There is no cluster called {0}.', name) };
}

async function readClusterFile(file: vscode.Uri, parse: Parse): Promise<ClusterOf> {
  const label = fileLabel(file);
  try {
    const text = await currentText(file);
    if (text.length > mostYamlBytes && !/^\s*[{[]/.test(text))
      return { ok: false, message: vscode.l10n.t('{0} is too large for YAML: save it with "-o json".', label) };
    const parsed = await parse(text);
    if (parsed.problem !== null) return { ok: false, message: `${label}:${parsed.problem.position.line + 1}: ${parsed.problem.message}` };
    return clusterOf(label, parsed.objects);
  } catch (error) {
    return { ok: false, message: vscode.l10n.t('{0} cannot be read: {1}', label, errorLine(error)) };
  }
}

/** What an open editor shows, saved or not; else the file. */
async function currentText(file: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === file.toString());
  return open === undefined ? readText(file) : open.getText();
}
