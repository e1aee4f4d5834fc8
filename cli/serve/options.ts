import { isKubernetesVersion, type KubernetesVersion, kubernetesVersions } from '../../core/kubernetes/versions.ts';
import type { Assumptions } from '../../core/simulation/assumptions.ts';
import { WrongUse } from '../wrongUse.ts';
import { readAssumed } from './assumed.ts';
import type { Speed } from './virtualClock.ts';

/** `daemonscope serve`, as commander hands it over. */
export interface RawOptions {
  readonly cluster?: string;
  readonly scenario?: string;
  readonly kubernetes?: string;
  readonly seed?: string;
  readonly speed: string;
  readonly port: string;
  readonly saveScenario?: string;
  readonly assume?: readonly string[];
}

export interface ServeOptions {
  readonly cluster: string | undefined;
  /** A scenario file: its cluster, its baseline, and its events as they are due. */
  readonly scenario: string | undefined;
  /** undefined: what the scenario file says, else the default. */
  readonly version: KubernetesVersion | undefined;
  readonly seed: number | undefined;
  readonly speed: Speed;
  /** Instead of the usual ones, or of those of the scenario file. */
  readonly assumptions: Partial<Assumptions>;
  /** 0: any free one. */
  readonly port: number;
  /** Where to write at the end what clients did, as a scenario. */
  readonly saveScenario: string | undefined;
}

export function readOptions(raw: RawOptions): ServeOptions {
  if (raw.scenario !== undefined && raw.cluster !== undefined)
    throw new WrongUse('--scenario names its cluster itself: leave --cluster out.');
  return {
    cluster: raw.cluster,
    scenario: raw.scenario,
    version: raw.kubernetes === undefined ? undefined : versionOf(raw.kubernetes),
    seed: raw.seed === undefined ? undefined : whole('--seed', raw.seed, 0xffff_ffff),
    speed: speedOf(raw.speed),
    assumptions: readAssumed(raw.assume ?? []),
    port: whole('--port', raw.port, 65_535),
    saveScenario: raw.saveScenario,
  };
}

function versionOf(text: string): KubernetesVersion {
  if (isKubernetesVersion(text)) return text;
  throw new WrongUse(`--kubernetes ${text}: known are ${kubernetesVersions[0]} to ${kubernetesVersions.at(-1)}.`);
}

function whole(flag: string, text: string, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) return value;
  throw new WrongUse(`${flag} ${text}: write a whole number from 0 to ${most}.`);
}

/** `1`, `60x`, `0.5`, `max`; 0: paused. */
function speedOf(text: string): Speed {
  if (text === 'max') return 'max';
  const value = Number(text.replace(/[x×]$/, ''));
  if (text !== '' && value >= 0 && value <= 1_000_000) return value;
  throw new WrongUse(`--speed ${text}: write a number such as 1 or 60, 0 to pause, or max.`);
}
