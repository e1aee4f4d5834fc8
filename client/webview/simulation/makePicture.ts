import type { JsonObject } from '../../../core/base/json.ts';
import { type Forecast, forecast } from '../../../core/forecast/forecast.ts';
import { type NodeHistory, nodeHistory } from '../../../core/forecast/nodeHistory.ts';
import type { DaemonSetName } from '../../../core/forecast/subject.ts';
import type { Labels } from '../../../core/kubernetes/objects/meta.ts';
import { objectKey } from '../../../core/kubernetes/objects/meta.ts';
import { type Edit, editKindText, editOf } from '../../../core/presentation/editKind.ts';
import { sentence } from '../../../core/presentation/sentence.ts';
import { tiles } from '../../../core/presentation/tiles.ts';
import type { Words } from '../../../core/presentation/words/en.ts';
import type { Timeline } from '../../../core/simulation/timeline.ts';
import { axisBegin, axisEnd } from './axisEnd.ts';
import type { Rollout } from './backgroundMessages.ts';
import type { Picture, PictureNode } from './picture.ts';

/** What the worker keeps of a run, to answer questions with. */
export interface Pictured {
  readonly timeline: Timeline;
  readonly history: NodeHistory;
  readonly forecast: Forecast;
  readonly daemonSet: DaemonSetName;
  readonly edit: Edit;
  readonly words: Words;
}

/** Reads out of a timeline what the worker keeps, and what the panel gets. `edited`: the manifest that tells what was edited; null: the first one that is applied. */
export function picturesOf(
  timeline: Timeline,
  daemonSet: DaemonSetName,
  words: Words,
  edited: JsonObject | null = null,
): { readonly pictured: Pictured; readonly picture: Picture } {
  const history = nodeHistory(timeline, daemonSet);
  return picturesWith(timeline, history, daemonSet, editIn(timeline, edited, words), words);
}

/** The same for an edit that is known, and a history that is there already. */
export function picturesWith(
  timeline: Timeline,
  history: NodeHistory,
  daemonSet: DaemonSetName,
  edit: Edit,
  words: Words,
): { readonly pictured: Pictured; readonly picture: Picture } {
  const pictured = { timeline, history, forecast: forecast(timeline, daemonSet, history), daemonSet, edit, words };
  return { pictured, picture: pictureOf(pictured) };
}

/** What other workers need to know of it. */
export function rolloutOf({ timeline, history, forecast, daemonSet, edit }: Pictured): Rollout {
  return { scenario: timeline.scenario, daemonSet, edit, forecast: { ...forecast, nodes: [] }, nodes: history.nodes.length };
}

function pictureOf({ timeline, history, forecast, daemonSet, edit, words }: Pictured): Picture {
  const nodes = nodesOf(history);
  const end = axisEnd(timeline, history, forecast);
  return {
    daemonSet,
    begin: axisBegin(timeline, end),
    end,
    nodes,
    lanes: copyOf(history.lanes),
    series: copyOf(history.series),
    changes: history.changes.filter(at => at >= 0),
    syncs: syncsOf(timeline, daemonSet),
    marks: timeline.marks,
    focus: blockerIn(forecast) ?? nodes.find(node => node.targeted)?.name ?? nodes[0]?.name ?? null,
    edit: { ...editKindText(edit, words), fields: edit.fields, strategy: edit.strategyText },
    sentence: sentence({ timeline, history, forecast, edit }, words),
    tiles: tiles(forecast, edit, words),
    world: null,
  };
}

/** A node that others wait for, else one that waits. */
function blockerIn({ waiting }: Forecast): string | null {
  for (const { reason } of waiting) if (reason.kind === 'budget' && reason.blockers[0] !== undefined) return reason.blockers[0].node;
  return waiting[0]?.node ?? null;
}

/** The panel takes the arrays over; the worker needs its own. */
function copyOf<T extends object>(arrays: T): T {
  return structuredClone(arrays);
}

const zoneLabels = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];
const poolLabels = [
  'cloud.google.com/gke-nodepool',
  'eks.amazonaws.com/nodegroup',
  'kubernetes.azure.com/agentpool',
  'karpenter.sh/nodepool',
  'node.kubernetes.io/instance-type',
];

function nodesOf(history: NodeHistory): readonly PictureNode[] {
  return history.nodes.map((name, lane) => {
    const labels = history.objects[lane]?.labels ?? {};
    return { name, zone: firstOf(labels, zoneLabels), pool: firstOf(labels, poolLabels), targeted: history.everTargeted[lane] === 1 };
  });
}

function firstOf(labels: Labels, keys: readonly string[]): string {
  const key = keys.find(each => Object.hasOwn(labels, each));
  return key === undefined ? '' : (labels[key] ?? '');
}

/** Instants at which the controller did something to pods or revisions of this DaemonSet. */
function syncsOf({ syncs }: Timeline, daemonSet: DaemonSetName): Float64Array {
  const key = objectKey(daemonSet);
  const acted = syncs.filter(({ report }) => report.daemonSet === key && report.actions.length > 0);
  return Float64Array.from(new Set(acted.map(({ at }) => at)));
}

/** What kind of edit the scenario is about. */
function editIn({ scenario }: Timeline, edited: JsonObject | null, words: Words): Edit {
  const applied = scenario.events.find(event => event.do === 'apply');
  return editOf(scenario.baseline, edited ?? applied?.manifest ?? scenario.baseline ?? {}, words);
}
