import { isJsonObject, type JsonValue, member } from '../../core/base/json.ts';
import { isKubernetesVersion, type KubernetesVersion, kubernetesVersions } from '../../core/kubernetes/versions.ts';
import type { Position } from '../../core/protocol/lsp.ts';
import { indexLines, positionAt } from './document/lineIndex.ts';
import { locate, spanOfPlace } from './document/locate.ts';
import { parseYaml } from './document/parse.ts';
import type { Node } from './document/tree.ts';
import { readValue, type Step } from './document/value.ts';
import { unknownRule } from './rules/ruleDocument.ts';
import type { AnalysisSettings, RuleLevel } from './settings.ts';

/** The file whose settings hold for the folder it lies in and for all below, in the editor and on the command line. */
export const folderSettingsName = '.daemonscope.yaml';

/** What a `.daemonscope.yaml` says; undefined: nothing of that. The keys are those of the editor's settings. */
export interface FolderSettings {
  readonly kubernetesVersion?: KubernetesVersion;
  /** A built-in cluster, or a file; a relative path starts at the folder of the settings. */
  readonly cluster?: string;
  readonly rules?: ReadonlyMap<string, RuleLevel>;
  readonly hygiene?: boolean;
  readonly codeLens?: boolean;
  readonly inlayHints?: boolean;
}

/** The settings, and what is wrong with the rest, each with its place. What is right holds all the same. */
export interface ReadFolderSettings {
  readonly settings: FolderSettings;
  readonly problems: readonly { readonly position: Position; readonly message: string }[];
}

/** Reads the text of a `.daemonscope.yaml`. Never throws; an empty file says nothing. */
export function readFolderSettings(text: string): ReadFolderSettings {
  const lines = indexLines(text);
  const parsed = parseYaml(text);
  const read = readValue(parsed.root);
  const broken = [...parsed.problems, ...read.problems].map(({ span, message }) => ({ position: positionAt(lines, span.start), message }));
  if (broken.length > 0 || parsed.root === null || read.value === null) return { settings: {}, problems: broken };
  const { root } = parsed;
  const { settings, mistakes } = takeSettings(read.value);
  const problems = mistakes.map(({ path, message }) => ({ position: positionAt(lines, startOf(root, path)), message }));
  return { settings, problems };
}

/** The settings of the folder over those of the user. */
export function withFolderSettings(settings: AnalysisSettings, folder: FolderSettings): AnalysisSettings {
  return {
    ...settings,
    kubernetesVersion: folder.kubernetesVersion ?? settings.kubernetesVersion,
    rules: folder.rules === undefined ? settings.rules : new Map([...settings.rules, ...folder.rules]),
    hygiene: folder.hygiene ?? settings.hygiene,
  };
}

interface Mistake {
  readonly path: readonly Step[];
  readonly message: string;
}

interface Taking {
  settings: FolderSettings;
  readonly mistakes: Mistake[];
}

type Reader = (value: JsonValue, taking: Taking) => FolderSettings;

/** A key of the file is a line here. */
const readers: Readonly<Record<string, Reader>> = {
  kubernetesVersion: (value, taking) => {
    // Unquoted, 1.30 is the number 1.3.
    const text = typeof value === 'string' ? value.replace(/^v/, '') : String(value);
    if (isKubernetesVersion(text)) return { kubernetesVersion: text };
    const known = `${kubernetesVersions[0]} to ${kubernetesVersions.at(-1)}`;
    return wrong(
      taking,
      ['kubernetesVersion'],
      `kubernetesVersion: write a minor version in quotes, "${kubernetesVersions[0]}"; known are ${known}.`,
    );
  },
  cluster: (value, taking) =>
    typeof value === 'string'
      ? { cluster: value.trim() }
      : wrong(taking, ['cluster'], 'cluster: write a file, or the name of a built-in cluster.'),
  rules: (value, taking) => ({ rules: readRules(value, taking) }),
  hygiene: (value, taking) => readSwitch('hygiene', value, taking, hygiene => ({ hygiene })),
  codeLens: (value, taking) => readSwitch('codeLens', value, taking, codeLens => ({ codeLens })),
  inlayHints: (value, taking) => readSwitch('inlayHints', value, taking, inlayHints => ({ inlayHints })),
  // These belong to the editor alone: known here, so that they are no mistake.
  baseline: () => ({}),
  assumptions: () => ({}),
};

function takeSettings(value: JsonValue): Taking {
  const taking: Taking = { settings: {}, mistakes: [] };
  if (!isJsonObject(value)) wrong(taking, [], `${folderSettingsName} holds keys and values: kubernetesVersion: "1.36".`);
  for (const [key, written] of Object.entries(isJsonObject(value) ? value : {})) {
    const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
    if (reader === undefined) wrong(taking, [key], `${key}: there is no such setting; there are ${Object.keys(readers).join(', ')}.`);
    else taking.settings = { ...taking.settings, ...reader(written, taking) };
  }
  return taking;
}

function readRules(value: JsonValue, taking: Taking): ReadonlyMap<string, RuleLevel> {
  if (!isJsonObject(value)) {
    wrong(taking, ['rules'], 'rules: write the names of rules, each with its level.');
    return new Map();
  }
  return new Map(
    Object.entries(value).flatMap(([name, written]): [string, RuleLevel][] => {
      const level = levelOf(written);
      const unknown = unknownRule(name);
      if (unknown !== null) wrong(taking, ['rules', name], `rules.${name}: ${unknown}`);
      else if (level !== null) return [[name, level]];
      else wrong(taking, ['rules', name], `rules.${name}: write off, hint, warning or error.`);
      return [];
    }),
  );
}

/** YAML 1.1 reads a bare `off` as false. */
function levelOf(value: JsonValue): RuleLevel | null {
  if (value === false) return 'off';
  return value === 'off' || value === 'hint' || value === 'warning' || value === 'error' ? value : null;
}

/** `hygiene: {enable: true}`, as in the editor's settings. */
function readSwitch(name: string, value: JsonValue, taking: Taking, of: (on: boolean) => FolderSettings): FolderSettings {
  const enable = member(value, 'enable');
  return typeof enable === 'boolean' ? of(enable) : wrong(taking, [name], `${name}: write {enable: true} or {enable: false}.`);
}

function wrong(taking: Taking, path: readonly Step[], message: string): FolderSettings {
  taking.mistakes.push({ path, message });
  return {};
}

function startOf(root: Node, path: readonly Step[]): number {
  const place = locate(root, path);
  return (place.key ?? spanOfPlace(place)).start;
}
