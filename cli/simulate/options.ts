import type { Instant, Millis } from '../../core/kubernetes/objects/meta.ts';
import { isKubernetesVersion, type KubernetesVersion, kubernetesVersions } from '../../core/kubernetes/versions.ts';
import { readDuration } from '../input/readDuration.ts';
import { WrongUse } from '../wrongUse.ts';

export const outputs = ['text', 'json', 'markdown'] as const;
export type Output = (typeof outputs)[number];
export const tables = ['ds', 'pods', 'nodes', 'events', 'describe'] as const;
export type Table = (typeof tables)[number];

/** `daemonscope simulate`, as commander hands it over. */
export interface RawOptions {
  readonly from?: string;
  readonly to: string;
  readonly name?: string;
  readonly cluster?: string;
  readonly seed: string;
  readonly seeds?: string;
  readonly kubernetes: string;
  readonly output: string;
  readonly maxDuration?: string;
  readonly maxWithout?: string;
  readonly at?: string;
  readonly show?: string;
  readonly whatIf: boolean;
}

/** The same, read and checked. */
export interface SimulateOptions {
  readonly from: string | undefined;
  readonly to: string;
  readonly name: string | undefined;
  readonly cluster: string | undefined;
  readonly seed: number;
  /** How many seeds to forecast over; 0: only the one. */
  readonly seeds: number;
  readonly version: KubernetesVersion;
  readonly output: Output;
  readonly maxDuration: Millis | null;
  /** Nodes, or a percentage of the targeted ones; null: no limit. */
  readonly maxWithout: number | string | null;
  /** Print tables of this instant instead of the forecast; null: the forecast. */
  readonly at: Instant | null;
  readonly show: readonly Table[];
  readonly whatIf: boolean;
}

const mostSeeds = 10_000;

export function readOptions(raw: RawOptions): SimulateOptions {
  if (raw.from === '-' && raw.to === '-') throw new WrongUse('only one of --from and --to can be standard input.');
  return {
    from: raw.from,
    to: raw.to,
    name: raw.name,
    cluster: raw.cluster,
    seed: whole('--seed', raw.seed, 0, 0xffff_ffff),
    seeds: raw.seeds === undefined ? 0 : whole('--seeds', raw.seeds, 1, mostSeeds),
    version: versionOf(raw.kubernetes),
    output: oneOf('--output', raw.output, outputs),
    maxDuration: raw.maxDuration === undefined ? null : readDuration('--max-duration', raw.maxDuration),
    maxWithout: raw.maxWithout === undefined ? null : countOrPercent(raw.maxWithout),
    at: raw.at !== undefined ? readDuration('--at', raw.at) : raw.show === undefined ? null : Number.MAX_SAFE_INTEGER,
    show: (raw.show ?? 'ds').split(',').map(table => oneOf('--show', table.trim(), tables)),
    whatIf: raw.whatIf,
  };
}

function whole(flag: string, text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new WrongUse(`${flag} ${text}: write a whole number from ${least} to ${most}.`);
}

function versionOf(text: string): KubernetesVersion {
  const version = /^v?(\d+\.\d+)/.exec(text)?.[1] ?? text;
  if (isKubernetesVersion(version)) return version;
  throw new WrongUse(`--kubernetes ${text}: known are ${kubernetesVersions[0]} to ${kubernetesVersions.at(-1)}.`);
}

function oneOf<T extends string>(flag: string, text: string, allowed: readonly T[]): T {
  const found = allowed.find(one => one === text);
  if (found !== undefined) return found;
  throw new WrongUse(`${flag} ${text}: choose from ${allowed.join(', ')}.`);
}

function countOrPercent(text: string): number | string {
  if (/^\d{1,3}%$/.test(text) && Number.parseInt(text, 10) <= 100) return text;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new WrongUse(`--max-without ${text}: write a number of nodes, or a percentage up to 100%.`);
}
