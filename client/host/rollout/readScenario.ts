import * as vscode from 'vscode';
import type { HostToPanel } from '../../../core/protocol/panel.ts';
import { isScenarioFile, type LoadedFile, referencedFiles, type ScenarioSource } from '../../../core/protocol/scenarioSource.ts';
import { fileLabel } from '../cluster/clusterLocation.ts';
import type { Parse } from '../languageClient/requests.ts';
import { errorLine } from '../output.ts';
import { parseJson } from '../parseJson.ts';
import { readCurrentText } from '../readCurrentText.ts';

/** What a panel gets of a scenario file as it is now: the source, or what is wrong with it. Never fails. */
export async function readScenario(uri: vscode.Uri, version: number, parse: Parse): Promise<HostToPanel> {
  const label = fileLabel(uri);
  try {
    const { objects, problem } = await parse(await readCurrentText(uri));
    if (problem !== null) return refused('invalid', problem.message, problem.position.line);
    const [json] = objects;
    if (json === undefined || !isScenarioFile(json)) return refused('invalid', vscode.l10n.t('{0} is no scenario file.', label), 0);
    const files: [string, LoadedFile][] = [];
    for (const path of referencedFiles(json)) files.push([path, await load(vscode.Uri.joinPath(uri, '..', path), path, parse)]);
    const source: ScenarioSource = { uri: uri.toString(), label, version, json, files: Object.fromEntries(files) };
    return { type: 'scenario', source };
  } catch (error) {
    return refused('gone', vscode.l10n.t('{0} cannot be read: {1}', label, errorLine(error)), null);
  }
}

function refused(kind: 'invalid' | 'gone', message: string, line: number | null): HostToPanel {
  return { type: 'problem', problem: { kind, message, line } };
}

async function load(file: vscode.Uri, path: string, parse: Parse): Promise<LoadedFile> {
  try {
    const text = await readCurrentText(file);
    const json = parseJson(text);
    if (json !== undefined) return { ok: true, objects: Array.isArray(json) ? json : [json] };
    const { objects, problem } = await parse(text);
    return problem === null ? { ok: true, objects } : { ok: false, message: `${path}:${problem.position.line + 1}: ${problem.message}` };
  } catch (error) {
    return { ok: false, message: vscode.l10n.t('{0} cannot be read: {1}', path, errorLine(error)) };
  }
}
