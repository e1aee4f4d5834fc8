import { at } from '../../../core/base/json.ts';
import { type DaemonSetName, isNamed, nameOf } from '../../../core/forecast/subject.ts';
import { objectKey } from '../../../core/kubernetes/objects/meta.ts';
import type { LiveUpdate, WorldStart } from '../../../core/protocol/live.ts';
import { type Subject, worldIndex } from '../../../core/protocol/panel.ts';
import type { LoggedEvent, WorldSpeed, WorldTime } from '../../../core/protocol/serve.ts';
import type { ScenarioEvent } from '../../../core/simulation/scenario.ts';

/** A served world that the panel is attached to. */
export interface LiveWorld {
  readonly id: number;
  readonly start: WorldStart;
  readonly log: readonly LoggedEvent[];
  /** The time as far as the panel knows. */
  readonly time: WorldTime;
  /** The speed before it was paused. */
  readonly resume: WorldSpeed;
  /** Why no more comes; null: it lives. */
  readonly ended: LiveUpdate['ended'];
  readonly daemonSet: DaemonSetName;
  /** Whether it is that of the manifest in the editor. */
  readonly hinted: boolean;
  /** Whether the person has chosen {@link LiveWorld.daemonSet}: then it stays. */
  readonly chosen: boolean;
  /** Whether the playhead goes along with the time. */
  readonly follows: boolean;
  /** The manifest in the editor, which can be applied; null: there is none, or it is invalid. */
  readonly file: Subject | null;
  /** How much of the log the worker has, and what it was asked about; null: nothing yet. */
  readonly asked: { readonly events: number; readonly daemonSet: DaemonSetName } | null;
  /** Whether its answer is on its way. */
  readonly waiting: boolean;
}

/** A world that the panel has just been told of. */
export function beginWorld(update: LiveUpdate, start: WorldStart, file: Subject | null): LiveWorld {
  const { world, events, time, ended } = update;
  return {
    ...{ id: world, start, log: events, time, ended, file, follows: true, chosen: false, asked: null, waiting: false },
    resume: time.speed === 0 ? 1 : time.speed,
    hinted: update.daemonSet !== null,
    daemonSet: update.daemonSet ?? lastTouched(events) ?? firstOf(start) ?? { namespace: 'default', name: '' },
  };
}

/**
 * The world after news; null: they do not follow on what is known. The DaemonSet of the manifest in the editor is shown as long as it is there, or the one
 * that was chosen; else the one that someone has just changed.
 */
export function withNews(live: LiveWorld, { world, first, events, time, ended }: LiveUpdate): LiveWorld | null {
  if (world !== live.id || first !== live.log.length) return null;
  const log = events.length === 0 ? live.log : [...live.log, ...events];
  const resume = time.speed === 0 ? live.resume : time.speed;
  const next = { ...live, log, time, ended, resume };
  const touched = lastTouched(events);
  const stays = touched === null || live.chosen || (live.hinted && daemonSetsOf(next).some(one => isNamed(one, live.daemonSet)));
  return stays ? next : { ...next, daemonSet: touched };
}

/** What the views show of a world: a subject like that of a manifest. Its places are those of the file in the editor, where there is one. */
export function subjectOf({ start, daemonSet, file }: LiveWorld, manifest: Subject['manifest'] | null): Subject {
  const { cluster, kubernetesVersion, assumptions, seed } = start;
  return {
    ...daemonSet,
    ...{ uri: file?.uri ?? '', index: file?.index ?? worldIndex, version: file?.version ?? 0, places: file?.places ?? {} },
    manifest: manifest ?? {},
    baseline: { kind: 'scenario', label: cluster.name, note: '', manifest: null },
    ...{ cluster, kubernetesVersion, assumptions, seed },
  };
}

/** The DaemonSets of the world as the log leaves them, those of the cluster first. */
export function daemonSetsOf({ start, log }: Pick<LiveWorld, 'start' | 'log'>): readonly DaemonSetName[] {
  const given = [...(start.baseline === null ? [] : [start.baseline]), ...start.cluster.daemonSets].map(nameOf);
  const names = new Map(given.map(name => [objectKey(name), name]));
  for (const { event } of log) {
    const name = daemonSetIn(event);
    if (name === null) continue;
    if (event.do === 'deleteDaemonSet') names.delete(objectKey(name));
    else names.set(objectKey(name), name);
  }
  return [...names.values()];
}

function lastTouched(events: readonly LoggedEvent[]): DaemonSetName | null {
  for (let place = events.length - 1; place >= 0; place--) {
    const event = events[place]?.event;
    const name = event === undefined || event.do === 'deleteDaemonSet' ? null : daemonSetIn(event);
    if (name !== null) return name;
  }
  return null;
}

function firstOf(start: WorldStart): DaemonSetName | null {
  return daemonSetsOf({ start, log: [] })[0] ?? null;
}

/** The DaemonSet that an edit is about; null: it is no edit of one. A patch makes none. */
function daemonSetIn(event: ScenarioEvent): DaemonSetName | null {
  if (event.do === 'apply') return at(event.manifest, 'metadata', 'name') === undefined ? null : nameOf(event.manifest);
  return event.do === 'deleteDaemonSet' ? { namespace: event.namespace, name: event.daemonSet } : null;
}
