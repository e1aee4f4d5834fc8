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
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly scenario?: string | undefined;
  readonly name?: string | undefined;
  readonly cluster?: string | undefined;
  readonly seed?: string | undefined;
  readonly seeds?: string | undefined;
  readonly kubernetes?: string | undefined;
  readonly output: string;
  readonly maxDuration?: string | undefined;
  readonly maxWithout?: string | undefined;
  readonly at?: string | undefined;
  readonly show?: string | undefined;
  readonly whatIf: boolean;
}

/** The same, read and checked. */
export interface SimulateOptions {
  readonly input: SimulateInput;
  readonly cluster: string | undefined;
  /** undefined: what the scenario file says, else 1. */
  readonly seed: number | undefined;
  /** How many seeds to forecast over; 0: only the one. */
  readonly seeds: number;
  /** undefined: what the scenario file says, else the default. */
  readonly version: KubernetesVersion | undefined;
  readonly output: Output;
  readonly maxDuration: Millis | null;
  /** Nodes, or a percentage of the targeted ones; null: no limit. */
  readonly maxWithout: number | string | null;
  /** Print tables of this instant instead of the forecast; null: the forecast. */
  readonly at: Instant | null;
  readonly show: readonly Table[];
  readonly whatIf: boolean;
}

/** What is simulated: an edited manifest, or a scenario file. */
export type SimulateInput =
  | { readonly kind: 'manifest'; readonly to: string; readonly from: string | undefined; readonly name: string | undefined }
  | { readonly kind: 'scenario'; readonly file: string };

const mostSeeds = 10_000;

export function readOptions(raw: RawOptions): SimulateOptions {
  return {
    input: inputOf(raw),
    cluster: raw.cluster,
    seed: raw.seed === undefined ? undefined : whole('--seed', raw.seed, 0, 0xffff_ffff),
    seeds: raw.seeds === undefined ? 0 : whole('--seeds', raw.seeds, 1, mostSeeds),
    version: raw.kubernetes === undefined ? undefined : versionOf(raw.kubernetes),
    output: oneOf('--output', raw.output, outputs),
    maxDuration: raw.maxDuration === undefined ? null : readDuration('--max-duration', raw.maxDuration),
    maxWithout: raw.maxWithout === undefined ? null : countOrPercent(raw.maxWithout),
    at: raw.at !== undefined ? readDuration('--at', raw.at) : raw.show === undefined ? null : Number.MAX_SAFE_INTEGER,
    show: (raw.show ?? 'ds').split(',').map(table => oneOf('--show', table.trim(), tables)),
    whatIf: raw.whatIf,
  };
}

function inputOf({ to, from, name, scenario }: RawOptions): SimulateInput {
  if (scenario !== undefined) {
    if (to !== undefined || from !== undefined || name !== undefined)
      throw new WrongUse('--scenario says what is edited: leave out --from, --to and --name.');
    return { kind: 'scenario', file: scenario };
  }
  if (to === undefined) throw new WrongUse('say what to simulate: --to FILE (with --from FILE), or --scenario FILE.');
  if (from === '-' && to === '-') throw new WrongUse('only one of --from and --to can be standard input.');
  return { kind: 'manifest', to, from, name };
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
