import type { Change } from '../../../core/controller/change.ts';
import { createRecorder, recordEvent } from '../../../core/controller/eventRecorder.ts';
import { placeOn } from '../../../core/controller/placement.ts';
import { labelOf, revisionHashLabel } from '../../../core/controller/templateGeneration.ts';
import type { ControllerRevision } from '../../../core/kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../../../core/kubernetes/objects/daemonSet.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import type { Pod } from '../../../core/kubernetes/objects/pod.ts';
import { daemonPodTolerations } from '../../../core/kubernetes/taints.ts';
import type { Observer } from '../../../core/simulation/observer.ts';
import { advance, start, toTheEnd } from '../../../core/simulation/run.ts';
import type { Scenario } from '../../../core/simulation/scenario.ts';
import type { TimelineEntry, TimelineResult, TimelineTotals } from './timelineRecord.ts';

/** Runs a scenario and writes down what the recordings write down. */
export function playTimeline(scenario: Scenario): TimelineResult {
  const notes = takeNotes();
  const started = start(scenario, notes.observer);
  if (!started.ok) throw new Error(`the scenario cannot run: ${JSON.stringify(started.problems)}`);
  advance(started.run, toTheEnd);
  return notes.finish();
}

interface Notes {
  readonly nodes: Map<string, Node>;
  readonly pods: Map<string, Pod>;
  readonly daemonSets: Map<string, DaemonSet>;
  readonly revisions: Map<string, ControllerRevision>;
  /** DaemonSet → hash → r1, r2 … */
  readonly revisionNames: Map<string, Map<string, string>>;
  readonly entries: TimelineEntry[];
  readonly lastEntry: Map<string, string>;
  readonly nodeLines: string[];
  lastNodeLine: string;
  readonly totals: Map<
    string,
    { -readonly [K in keyof TimelineTotals]: TimelineTotals[K] } & { events: Record<string, number>; wasComplete: boolean }
  >;
}

function takeNotes(): { readonly observer: Observer; readonly finish: () => TimelineResult } {
  const notes: Notes = {
    nodes: new Map(),
    pods: new Map(),
    daemonSets: new Map(),
    revisions: new Map(),
    revisionNames: new Map(),
    entries: [],
    lastEntry: new Map(),
    nodeLines: [],
    lastNodeLine: '',
    totals: new Map(),
  };
  const recorder = createRecorder();
  const writes = { create: 0, patch: 0 };
  let at = -1;
  const observer: Observer = {
    wantsEvents: true,
    changed(now, change) {
      if (now > at && at >= 0) settle(notes, at);
      at = now;
      apply(notes, change);
    },
    synced(_at, report) {
      const totals = totalsOf(notes, report.daemonSet.replace(/^default\//, ''));
      for (const action of report.actions) {
        if (action.kind === 'createPod') totals.podsCreated++;
        if (action.kind === 'deletePod') totals.podsDeletedByController++;
      }
    },
    emitted(event) {
      if (event.source !== 'daemonset-controller') return;
      const totals = totalsOf(notes, event.regarding.name);
      totals.events[event.reason] = (totals.events[event.reason] ?? 0) + 1;
      const written = recordEvent(recorder, event);
      if (written !== null) writes[written.write]++;
    },
    marked(_at, mark, refused) {
      if (refused !== null) throw new Error(`${JSON.stringify(mark)} was refused: ${refused}`);
    },
    paused: () => undefined,
  };
  const finish = (): TimelineResult => {
    if (at >= 0) settle(notes, at);
    return {
      totals: Object.fromEntries([...notes.totals].map(([name, { wasComplete: _, ...totals }]) => [name, totals])),
      revisionsAtEnd: revisionsAtEnd(notes),
      timeline: notes.entries,
      nodes: notes.nodeLines,
      eventWrites: `create ${writes.create}, patch ${writes.patch}`,
    };
  };
  return { observer, finish };
}

function apply(notes: Notes, change: Change): void {
  switch (change.kind) {
    case 'Node':
      put(notes.nodes, change, ({ name }) => name);
      break;
    case 'Pod':
      put(notes.pods, change, ({ uid }) => uid);
      break;
    case 'DaemonSet':
      put(notes.daemonSets, change, ({ name }) => name);
      break;
    case 'ControllerRevision':
      put(notes.revisions, change, ({ name }) => name);
      if (change.after !== null) nameRevision(notes, change.after);
  }
}

function put<T>(
  map: Map<string, T>,
  { before, after }: { readonly before: T | null; readonly after: T | null },
  key: (object: T) => string,
): void {
  if (before !== null) map.delete(key(before));
  if (after !== null) map.set(key(after), after);
}

function nameRevision(notes: Notes, revision: ControllerRevision): void {
  const names = notes.revisionNames.get(revision.owner?.name ?? '') ?? new Map<string, string>();
  notes.revisionNames.set(revision.owner?.name ?? '', names);
  const hash = labelOf(revision.labels, revisionHashLabel) ?? '';
  if (!names.has(hash)) names.set(hash, `r${names.size + 1}`);
}

function totalsOf(notes: Notes, name: string): NonNullable<ReturnType<Notes['totals']['get']>> {
  const known = notes.totals.get(name);
  if (known !== undefined) return known;
  const made = {
    podsCreated: 0,
    podsDeletedByController: 0,
    completeAt: null,
    maxNodesWithoutAvailable: 0,
    events: {},
    wasComplete: false,
  };
  notes.totals.set(name, made);
  return made;
}

/** Writes down an instant at which something changed, now that everything has settled. */
function settle(notes: Notes, t: number): void {
  const names = new Set([...notes.daemonSets.keys(), ...notes.lastEntry.keys()]);
  for (const name of [...names].sort()) {
    const pods = [...notes.pods.values()].filter(({ owner }) => owner?.name === name);
    settleDaemonSet(notes, t, name, pods);
  }
  const line = nodeLine(notes);
  if (line !== notes.lastNodeLine) notes.nodeLines.push(`${t} ${line}`);
  notes.lastNodeLine = line;
}

function settleDaemonSet(notes: Notes, t: number, name: string, pods: readonly Pod[]): void {
  const daemonSet = notes.daemonSets.get(name);
  const entry: TimelineEntry = {
    t,
    ds: name,
    s: daemonSet === undefined ? null : statusLine(daemonSet),
    ...(pods.length === 0 ? {} : { p: podStates(notes, name, pods) }),
  };
  const { t: _, ...rest } = entry;
  const text = JSON.stringify(rest);
  if (text !== notes.lastEntry.get(name)) notes.entries.push(entry);
  notes.lastEntry.set(name, text);
  const totals = totalsOf(notes, name);
  const complete = daemonSet !== undefined && isComplete(daemonSet);
  totals.completeAt = complete ? (totals.completeAt ?? t) : null;
  if (daemonSet !== undefined && totals.wasComplete) {
    totals.maxNodesWithoutAvailable = Math.max(totals.maxNodesWithoutAvailable, nodesWithoutAvailable(notes, daemonSet, pods, t));
  }
  totals.wasComplete ||= complete;
}

function statusLine({ status }: DaemonSet): readonly number[] {
  return [
    status.desiredNumberScheduled,
    status.currentNumberScheduled,
    status.numberReady,
    status.updatedNumberScheduled,
    status.numberAvailable,
    status.numberMisscheduled,
    status.numberUnavailable,
    status.observedGeneration,
  ];
}

function isComplete({ status, generation }: DaemonSet): boolean {
  const { desiredNumberScheduled: desired } = status;
  return status.observedGeneration === generation && status.updatedNumberScheduled === desired && status.numberAvailable === desired;
}

function podStates(notes: Notes, name: string, pods: readonly Pod[]): Readonly<Record<string, Readonly<Record<string, number>>>> {
  const states: Record<string, Record<string, number>> = {};
  for (const pod of pods) {
    const revision = revisionOf(notes, name, pod);
    states[revision] ??= {};
    const state = stateOf(pod);
    states[revision][state] = (states[revision][state] ?? 0) + 1;
  }
  return sortKeys(Object.fromEntries(Object.entries(states).map(([revision, counts]) => [revision, sortKeys(counts)])));
}

function sortKeys<T>(record: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function revisionOf(notes: Notes, name: string, pod: Pod): string {
  const hash = labelOf(pod.labels, revisionHashLabel) ?? '';
  return notes.revisionNames.get(name)?.get(hash) ?? hash;
}

function stateOf(pod: Pod): string {
  if (pod.deletedAt !== null) return 'terminating';
  if (pod.phase === 'Failed') return 'failed';
  if (pod.nodeName === '') return 'unbound';
  if (pod.phase !== 'Running') return 'starting';
  return pod.ready?.ready === true ? 'ready' : 'running';
}

function nodesWithoutAvailable(notes: Notes, daemonSet: DaemonSet, pods: readonly Pod[], t: number): number {
  const { template, minReadySeconds } = daemonSet.spec;
  const tolerations = daemonPodTolerations(template.spec);
  const available = new Set<string>();
  for (const pod of pods) {
    if (pod.deletedAt === null && pod.ready?.ready === true && pod.ready.since + minReadySeconds * 1000 <= t) available.add(pod.nodeName);
  }
  return [...notes.nodes.values()].filter(node => placeOn(node, template.spec, tolerations).shouldRun && !available.has(node.name)).length;
}

function nodeLine(notes: Notes): string {
  const pods = [...notes.pods.values()].filter(({ owner }) => owner !== null);
  const parts = pods.map(pod => {
    const name = pod.owner?.name ?? '';
    return `${pod.nodeName || pod.targetNode}=${name}/${revisionOf(notes, name, pod)}:${stateOf(pod)}`;
  });
  return parts.sort().join(' ');
}

function revisionsAtEnd(notes: Notes): Readonly<Record<string, readonly string[]>> {
  const result: Record<string, string[]> = {};
  for (const name of notes.daemonSets.keys()) result[name] = [];
  for (const revision of [...notes.revisions.values()].sort((a, b) => a.revision - b.revision)) {
    const name = revision.owner?.name ?? '';
    const hash = labelOf(revision.labels, revisionHashLabel) ?? '';
    result[name]?.push(`${revision.revision}=${notes.revisionNames.get(name)?.get(hash) ?? hash}`);
  }
  return result;
}
