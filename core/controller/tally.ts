import type { NodeEntry } from './nodeEntry.ts';
import type { NodeFacts, StatusShare } from './nodeFacts.ts';
import type { PodCare } from './podCare.ts';
import { type Candidate, candidates, type RollingShare } from './rollingShare.ts';
import { addTo, createSampleSet, removeFrom, type SampleSet } from './sampleSet.ts';

/** What all nodes of a DaemonSet add up to, kept up to date node by node: a sync reads totals instead of counting. */
export interface Tally {
  desired: number;
  current: number;
  ready: number;
  updated: number;
  available: number;
  misscheduled: number;
  /** Nodes that count against maxUnavailable, or with surge against maxSurge. */
  counted: number;
  /** With surge: nodes with an available pod. */
  surgeAvailable: number;
  lookupFailures: number;
  /** Failed pods in back-off: delay → number of nodes. */
  readonly heldDelays: Map<number, number>;
  readonly creates: SampleSet<NodeEntry>;
  /** Existing nodes with pods that manage deletes. */
  readonly deletes: SampleSet<NodeEntry>;
  /** Missing nodes for which pods wait unbound. */
  readonly strays: SampleSet<NodeEntry>;
  /** Those of `deletes` with failed or succeeded pods: each sync reports them, whether or not their turn comes. */
  readonly ended: SampleSet<NodeEntry>;
  /** Nodes with failed pods, in back-off or not. */
  readonly failing: SampleSet<NodeEntry>;
  readonly candidates: Readonly<Record<Candidate, SampleSet<NodeEntry>>>;
}

export function createTally(): Tally {
  const sets = Object.fromEntries(candidates.map(candidate => [candidate, createSampleSet<NodeEntry>()]));
  return {
    ...{ desired: 0, current: 0, ready: 0, updated: 0, available: 0, misscheduled: 0, counted: 0, surgeAvailable: 0, lookupFailures: 0 },
    heldDelays: new Map(),
    creates: createSampleSet(),
    deletes: createSampleSet(),
    strays: createSampleSet(),
    ended: createSampleSet(),
    failing: createSampleSet(),
    candidates: sets as Record<Candidate, SampleSet<NodeEntry>>,
  };
}

/** Whether manage has nothing to do: no create, no delete, no failed pod that waits. */
export function isManaged(tally: Tally): boolean {
  const { creates, deletes, strays, failing } = tally;
  return creates.items.length === 0 && deletes.items.length === 0 && strays.items.length === 0 && failing.items.length === 0;
}

/** Replaces what a node adds to the totals. Null: it is not there. */
export function retally(tally: Tally, entry: NodeEntry, before: NodeFacts | null, after: NodeFacts | null): void {
  if (before?.status !== after?.status) {
    if (before !== null) countStatus(tally, before.status, -1);
    if (after !== null) countStatus(tally, after.status, 1);
  }
  if (before?.rolling !== after?.rolling) {
    if (before !== null) countRolling(tally, before.rolling, -1);
    if (after !== null) countRolling(tally, after.rolling, 1);
    sortCandidate(tally, entry, before?.rolling.candidate ?? null, after?.rolling.candidate ?? null);
  }
  if (before?.care !== after?.care) {
    if (before !== null) countHeld(tally, before.care, -1);
    if (after !== null) countHeld(tally, after.care, 1);
    sortByCare(tally, entry, after?.care ?? null);
  }
}

function countStatus(tally: Tally, status: StatusShare, by: 1 | -1): void {
  if (status.desired) tally.desired += by;
  if (status.current) tally.current += by;
  if (status.ready) tally.ready += by;
  if (status.updated) tally.updated += by;
  if (status.available) tally.available += by;
  if (status.misscheduled) tally.misscheduled += by;
}

function countRolling(tally: Tally, rolling: RollingShare, by: 1 | -1): void {
  if (rolling.counts) tally.counted += by;
  if (rolling.available) tally.surgeAvailable += by;
  if (rolling.lookupFails) tally.lookupFailures += by;
}

function countHeld({ heldDelays }: Tally, { held, heldDelay }: PodCare, by: 1 | -1): void {
  if (held.length === 0) return;
  const nodes = (heldDelays.get(heldDelay) ?? 0) + by;
  if (nodes === 0) heldDelays.delete(heldDelay);
  else heldDelays.set(heldDelay, nodes);
}

function sortCandidate(tally: Tally, entry: NodeEntry, was: Candidate | null, is: Candidate | null): void {
  if (was === is) return;
  if (was !== null) removeFrom(tally.candidates[was], entry);
  if (is !== null) addTo(tally.candidates[is], entry);
}

function sortByCare(tally: Tally, entry: NodeEntry, care: PodCare | null): void {
  const deletes = care !== null && (care.deletes.length > 0 || care.failed.length > 0);
  keep(tally.creates, entry, care !== null && care.create !== null);
  keep(tally.deletes, entry, deletes && entry.node !== null);
  keep(tally.strays, entry, deletes && entry.node === null);
  keep(tally.ended, entry, deletes && (care.failed.length > 0 || care.deletes.some(({ because }) => because.kind === 'succeeded')));
  keep(tally.failing, entry, care !== null && (care.failed.length > 0 || care.held.length > 0));
}

function keep(set: SampleSet<NodeEntry>, entry: NodeEntry, belongs: boolean): void {
  if (belongs) addTo(set, entry);
  else removeFrom(set, entry);
}
