import { defaultKubernetesVersion, isKubernetesVersion } from '../../core/kubernetes/versions.ts';
import { type Assumptions, defaultAssumptions } from '../../core/protocol/choices.ts';
import { readAssumptions } from '../../core/protocol/readAssumptions.ts';
import { type AnalysisSettings, defaultAnalysisSettings, nothingAround, type RuleLevel } from '../analysis/settings.ts';

/** What a user can set about this server. */
export interface ServerSettings {
  readonly analysis: AnalysisSettings;
  readonly codeLens: boolean;
  readonly inlayHints: boolean;
  /** What forecasts assume of pulls, starts and stops. */
  readonly assumptions: Assumptions;
}

export const defaultServerSettings: ServerSettings = {
  analysis: defaultAnalysisSettings,
  codeLens: true,
  inlayHints: false,
  assumptions: defaultAssumptions,
};

/** Reads the section `daemonscope` of the client's settings; what makes no sense counts as not set. */
export function readServerSettings(section: unknown): ServerSettings {
  const version = member(section, 'kubernetesVersion');
  return {
    analysis: {
      kubernetesVersion: typeof version === 'string' && isKubernetesVersion(version) ? version : defaultKubernetesVersion,
      rules: readRules(member(section, 'rules')),
      hygiene: member(member(section, 'hygiene'), 'enable') === true,
      around: nothingAround,
    },
    codeLens: member(member(section, 'codeLens'), 'enable') !== false,
    inlayHints: member(member(section, 'inlayHints'), 'enable') === true,
    assumptions: readAssumptions(member(section, 'assumptions')),
  };
}

export function sameSettings(a: ServerSettings, b: ServerSettings): boolean {
  const text = (settings: ServerSettings): string => JSON.stringify([settings, [...settings.analysis.rules]]);
  return text(a) === text(b);
}

function readRules(value: unknown): ReadonlyMap<string, RuleLevel> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).filter((entry): entry is [string, RuleLevel] => isLevel(entry[1])));
}

function isLevel(value: unknown): value is RuleLevel {
  return value === 'off' || value === 'hint' || value === 'warning' || value === 'error';
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Object.entries(value).find(entry => entry[0] === key)?.[1]
    : undefined;
}
