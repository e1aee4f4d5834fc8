import * as vscode from 'vscode';
import { type HostToPanel, scenarioIndex } from '../../../core/protocol/panel.ts';
import { isScenarioFile, type LoadedFile, referencedFiles, type ScenarioSource } from '../../../core/protocol/scenarioSource.ts';
import { fileLabel } from '../cluster/clusterLocation.ts';
import type { Parse } from '../languageClient/requests.ts';
import { errorLine } from '../output.ts';
import { parseJson } from '../parseJson.ts';
import { readCurrentText } from '../readCurrentText.ts';
import type { Services } from './services.ts';

/** What a panel gets of a scenario file as it is now: the source, or what is wrong with it. Never fails. `named`: is told which files it names. */
export async function readScenario(
  uri: vscode.Uri,
  version: number,
  { parse, askLines }: Pick<Services, 'parse' | 'askLines'>,
  named: (files: readonly vscode.Uri[]) => void,
): Promise<HostToPanel> {
  const label = fileLabel(uri);
  const refused = (kind: 'invalid' | 'gone', message: string, line: number | null): HostToPanel => ({
    type: 'problem',
    problem: { of: { uri: uri.toString(), index: scenarioIndex, label }, kind, message, line },
  });
  try {
    const text = await readCurrentText(uri);
    const { objects, problem } = await parse(text);
    if (problem !== null) return refused('invalid', problem.message, problem.position.line);
    const [json] = objects;
    if (json === undefined || !isScenarioFile(json)) return refused('invalid', vscode.l10n.t('{0} is no scenario file.', label), 0);
    const files: [string, LoadedFile][] = [];
    const paths = referencedFiles(json);
    const location = (path: string): vscode.Uri => vscode.Uri.joinPath(uri, '..', path);
    named(paths.map(location));
    for (const path of paths) files.push([path, await load(location(path), path, parse)]);
    const lines = await askLines(text);
    const source: ScenarioSource = { uri: uri.toString(), label, version, json, lines, files: Object.fromEntries(files) };
    return { type: 'scenario', source };
  } catch (error) {
    return refused('gone', vscode.l10n.t('{0} cannot be read: {1}', label, errorLine(error)), null);
  }
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
