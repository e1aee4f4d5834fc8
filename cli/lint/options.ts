import { isKubernetesVersion, type KubernetesVersion, kubernetesVersions } from '../../core/kubernetes/versions.ts';
import { withFolderSettings } from '../../server/analysis/folderSettings.ts';
import { unknownRule } from '../../server/analysis/rules/ruleDocument.ts';
import { type AnalysisSettings, defaultAnalysisSettings, type RuleLevel } from '../../server/analysis/settings.ts';
import { createFolderSettings } from '../input/folderSettings.ts';
import { WrongUse } from '../wrongUse.ts';
import { readSurroundings } from './surroundings.ts';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];
const levels: readonly RuleLevel[] = ['off', 'hint', 'warning', 'error'];

/** `daemonscope lint`, as commander hands it over. */
export interface RawOptions {
  readonly format: string;
  readonly kubernetes?: string;
  readonly rule: readonly string[];
  readonly hygiene: boolean;
  readonly fix: boolean;
  readonly maxWarnings?: string;
  readonly baseline?: string;
  readonly cluster?: string;
}

/** The same, read and checked. */
export interface LintOptions {
  readonly format: Format;
  readonly fix: boolean;
  /** null: as many as there are. */
  readonly maxWarnings: number | null;
  /** The settings for a file: what runs now may depend on which file it is. */
  readonly settingsFor: (file: string) => AnalysisSettings;
}

export function readOptions(raw: RawOptions): LintOptions {
  const format = formats.find(one => one === raw.format);
  if (format === undefined) throw new WrongUse(`--format ${raw.format}: choose from ${formats.join(', ')}.`);
  const version = raw.kubernetes === undefined ? undefined : readVersion(raw.kubernetes);
  return {
    format,
    fix: raw.fix,
    maxWarnings: raw.maxWarnings === undefined ? null : readCount(raw.maxWarnings),
    settingsFor: settingsReader(raw, version),
  };
}

/** What the command line says wins over the nearest `.daemonscope.yaml`, which wins over the defaults. */
function settingsReader(raw: RawOptions, version: KubernetesVersion | undefined): LintOptions['settingsFor'] {
  const rules = new Map(raw.rule.map(readRule));
  const folderSettings = createFolderSettings();
  const aroundOf = readSurroundings(raw);
  return file => {
    const found = folderSettings(file);
    const { kubernetesVersion, rules: folderRules, hygiene } = withFolderSettings(defaultAnalysisSettings, found.settings);
    return {
      kubernetesVersion: version ?? kubernetesVersion,
      rules: new Map([...folderRules, ...rules]),
      hygiene: raw.hygiene || hygiene,
      around: aroundOf(file, found.cluster),
    };
  };
}

function readVersion(text: string): KubernetesVersion {
  const version = /^v?(\d+\.\d+)/.exec(text)?.[1] ?? text;
  if (isKubernetesVersion(version)) return version;
  throw new WrongUse(`--kubernetes ${text}: known are ${kubernetesVersions[0]} to ${kubernetesVersions.at(-1)}.`);
}

function readRule(text: string): [string, RuleLevel] {
  const [, name = '', written = ''] = /^([\w-]+)=(\w+)$/.exec(text) ?? [];
  const level = levels.find(one => one === written);
  if (level === undefined) throw new WrongUse(`--rule ${text}: write NAME=LEVEL, LEVEL one of ${levels.join(', ')}.`);
  const unknown = unknownRule(name);
  if (unknown !== null) throw new WrongUse(`--rule ${text}: ${unknown}`);
  return [name, level];
}

function readCount(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new WrongUse(`--max-warnings ${text}: write a whole number.`);
  return Number(text);
}
