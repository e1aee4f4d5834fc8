import * as vscode from 'vscode';
import { builtInClusters } from '../../../core/protocol/choices.ts';
import { type ClusterOf, clusterOf } from '../../../core/protocol/clusterOf.ts';
import { fileExists } from '../fileExists.ts';
import type { Parse } from '../languageClient/requests.ts';
import { errorLine } from '../output.ts';
import { parseJson } from '../parseJson.ts';
import { readCurrentText } from '../readCurrentText.ts';
import { type ClusterChoice, chooseCluster } from './chooseCluster.ts';
import { besideManifest, clusterLocation, fileLabel } from './clusterLocation.ts';

/** A general YAML parser takes a second and more for each of these: ask for JSON. */
const mostYamlBytes = 5 * 1024 * 1024;

/** Which cluster the settings, or the manifest's folder, name for a manifest. */
export async function findCluster(setting: string, manifest: vscode.Uri): Promise<ClusterChoice> {
  const names = builtInClusters.map(cluster => cluster.name);
  const hasFileBeside = setting === '' && manifest.scheme !== 'untitled' && (await fileExists(besideManifest(manifest)));
  return chooseCluster(setting, names, hasFileBeside);
}

/** The file that a choice names; null: it names none. */
export function fileOf(choice: ClusterChoice, manifest: vscode.Uri): vscode.Uri | null {
  return choice.kind === 'builtIn' ? null : clusterLocation(choice, manifest);
}

/** Makes the cluster. Never fails: what goes wrong is the result's message. */
export async function readCluster(choice: ClusterChoice, manifest: vscode.Uri, parse: Parse): Promise<ClusterOf> {
  try {
    return choice.kind === 'builtIn' ? builtIn(choice.name) : await readClusterFile(clusterLocation(choice, manifest), parse);
  } catch (error) {
    const label = choice.kind === 'builtIn' ? choice.name : fileLabel(clusterLocation(choice, manifest));
    return { ok: false, message: vscode.l10n.t('{0} cannot be read: {1}', label, errorLine(error)) };
  }
}

function builtIn(name: string): ClusterOf {
  const found = builtInClusters.find(cluster => cluster.name === name);
  return found ? { ok: true, cluster: found.make() } : { ok: false, message: vscode.l10n.t('There is no cluster called {0}.', name) };
}

async function readClusterFile(file: vscode.Uri, parse: Parse): Promise<ClusterOf> {
  const label = fileLabel(file);
  const text = await readCurrentText(file);
  const json = parseJson(text);
  if (json !== undefined) return clusterOf(label, Array.isArray(json) ? json : [json]);
  if (text.length > mostYamlBytes)
    return { ok: false, message: vscode.l10n.t('{0} is too large for YAML: save it with "-o json".', label) };
  const parsed = await parse(text);
  if (parsed.problem !== null) return { ok: false, message: `${label}:${parsed.problem.position.line + 1}: ${parsed.problem.message}` };
  return clusterOf(label, parsed.objects);
}
