import { compareOrdinal } from '../base/compare.ts';
import { labelOf } from '../controller/templateGeneration.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import { rowAt, type Series } from './lanes.ts';
import type { NodeHistory } from './nodeHistory.ts';
import { isWithout } from './nodeState.ts';

/** The worst moment of a rollout. */
export interface Worst {
  /** The greatest number of targeted nodes without an available pod at once, from the edit on. */
  readonly without: number;
  /** How many nodes were targeted at that moment. */
  readonly targeted: number;
  /** When that was for the first time. */
  readonly at: Instant;
  /** How many were without one just before the edit. */
  readonly before: number;
}

export interface ZoneWorst {
  readonly zone: string;
  readonly without: number;
  /** Nodes of the zone that are, or were, targeted. */
  readonly nodes: number;
}

export const zoneLabel = 'topology.kubernetes.io/zone';

export function worstOf(series: Series, origin: Instant): Worst {
  const first = rowAt(series, origin);
  const before = first < 0 ? 0 : (series.without[rowAt(series, origin - 1)] ?? 0);
  let row = Math.max(0, first);
  for (let i = row; i < series.at.length; i++) if ((series.without[i] ?? 0) > (series.without[row] ?? 0)) row = i;
  return { without: series.without[row] ?? 0, targeted: series.targeted[row] ?? 0, at: Math.max(origin, series.at[row] ?? origin), before };
}

/** The worst moment of each zone; empty when there are fewer than two. */
export function worstZones(history: NodeHistory, origin: Instant): ZoneWorst[] {
  const zones = new Map<string, number[]>();
  for (const [lane, node] of history.objects.entries()) {
    const zone = node === null ? undefined : labelOf(node.labels, zoneLabel);
    if (zone !== undefined) group(zones, zone, lane);
  }
  if (zones.size < 2) return [];
  return [...zones]
    .map(([zone, lanes]) => ({ zone, ...worstOfLanes(history, lanes, origin) }))
    .filter(zone => zone.nodes > 0)
    .sort((a, b) => compareOrdinal(a.zone, b.zone));
}

function worstOfLanes(
  { lanes, everTargeted }: NodeHistory,
  members: readonly number[],
  origin: Instant,
): { without: number; nodes: number } {
  const steps: { at: Instant; by: number }[] = [];
  let nodes = 0;
  for (const lane of members) {
    let before = false;
    for (let i = lanes.offsets[lane] ?? 0; i < (lanes.offsets[lane + 1] ?? 0); i++) {
      const code = lanes.code[i] ?? 0;
      const now = isWithout(code);
      if (now !== before) steps.push({ at: lanes.at[i] ?? 0, by: now ? 1 : -1 });
      before = now;
    }
    if (everTargeted[lane] === 1) nodes++;
  }
  return {
    without: most(
      steps.sort((a, b) => a.at - b.at),
      origin,
    ),
    nodes,
  };
}

/** The greatest sum at any instant from the origin on, all steps of an instant together. */
function most(steps: readonly { readonly at: Instant; readonly by: number }[], origin: Instant): number {
  let [sum, greatest] = [0, 0];
  for (const [i, step] of steps.entries()) {
    sum += step.by;
    const next = steps[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (next !== step.at && next > origin) greatest = Math.max(greatest, sum);
  }
  return greatest;
}

function group(zones: Map<string, number[]>, zone: string, lane: number): void {
  const members = zones.get(zone);
  if (members === undefined) zones.set(zone, [lane]);
  else members.push(lane);
}
