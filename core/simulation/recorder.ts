import type { Change } from '../controller/change.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import type { EmittedEvent } from '../kubernetes/objects/event.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import type { Observer, WaitingDaemonSet } from './observer.ts';
import type { Outcome, Scenario } from './scenario.ts';
import { createTimelineIndex, type Mark, type TimedSync, type Timeline, type Version } from './timeline.ts';

/** An observer that keeps everything. Its timeline grows while the run goes on. */
export interface Recorder extends Observer {
  readonly timeline: Timeline;
}

interface Lists {
  readonly pods: Version<Pod>[];
  readonly nodes: Version<Node>[];
  readonly daemonSets: Version<DaemonSet>[];
  readonly revisions: Version<ControllerRevision>[];
  readonly instants: Instant[];
}

export function createRecorder(scenario: Scenario): Recorder {
  const lists: Lists = { pods: [], nodes: [], daemonSets: [], revisions: [], instants: [] };
  const syncs: TimedSync[] = [];
  const events: EmittedEvent[] = [];
  const marks: Mark[] = [];
  const end: { outcome: Outcome; waiting: readonly WaitingDaemonSet[] } = { outcome: { kind: 'running' }, waiting: [] };
  const timeline: Timeline = {
    ...{ scenario, origin: 0 },
    ...lists,
    syncs,
    events,
    marks,
    index: createTimelineIndex(),
    get outcome() {
      return end.outcome;
    },
    get waiting() {
      return end.waiting;
    },
  };
  return {
    timeline,
    wantsEvents: true,
    changed: (at, change) => keep(lists, at, change),
    synced: (at, report) => syncs.push({ at, report }),
    emitted: event => events.push(event),
    marked: (at, event, refused) => marks.push({ at, event, refused }),
    paused: (outcome, waiting) => {
      end.outcome = outcome;
      end.waiting = outcome.kind === 'running' ? [] : waiting();
    },
  };
}

function keep(lists: Lists, at: Instant, change: Change): void {
  switch (change.kind) {
    case 'Pod':
      lists.pods.push({ at, before: change.before, after: change.after });
      break;
    case 'Node':
      lists.nodes.push({ at, before: change.before, after: change.after });
      break;
    case 'DaemonSet':
      lists.daemonSets.push({ at, before: change.before, after: change.after });
      break;
    case 'ControllerRevision':
      lists.revisions.push({ at, before: change.before, after: change.after });
      break;
  }
  if (lists.instants.at(-1) !== at) lists.instants.push(at);
}
