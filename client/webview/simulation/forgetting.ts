import type { Instant, Millis } from '../../../core/kubernetes/objects/meta.ts';
import type { Observer } from '../../../core/simulation/observer.ts';
import { createRecorder, type Recorder } from '../../../core/simulation/recorder.ts';
import type { Scenario } from '../../../core/simulation/scenario.ts';
import { daemonSetsAt, nodesAt, podsAt, revisionsAt, type Timeline } from '../../../core/simulation/timeline.ts';

/** A recorder of a world without end: it can forget how things came to be as they are, and keeps only how they are. */
export interface ForgettingRecorder {
  readonly observer: Observer;
  readonly timeline: () => Timeline;
  /** From when on it knows what happened; before zero: everything. */
  readonly since: () => Instant;
  /** How many changes it keeps. */
  readonly size: () => number;
  /** Forgets everything up to the last change. What was done by whom, and the events that kubectl would still show, stay. */
  readonly forget: () => void;
}

/** So long an API server keeps events (kube-apiserver --event-ttl). */
const eventsLast: Millis = 3_600_000;

export function createForgettingRecorder(scenario: Scenario): ForgettingRecorder {
  let recorder = createRecorder(scenario);
  let since: Instant = -1;
  return {
    observer: {
      wantsEvents: true,
      changed: (at, change) => recorder.changed(at, change),
      synced: (at, report) => recorder.synced(at, report),
      emitted: event => recorder.emitted(event),
      marked: (at, event, refused) => recorder.marked(at, event, refused),
      paused: (outcome, waiting) => recorder.paused(outcome, waiting),
    },
    timeline: () => recorder.timeline,
    since: () => since,
    size: () => recorder.timeline.pods.length + recorder.timeline.nodes.length,
    forget: () => {
      since = recorder.timeline.instants.at(-1) ?? since;
      recorder = asItIs(recorder.timeline, since);
    },
  };
}

function asItIs(timeline: Timeline, at: Instant): Recorder {
  const next = createRecorder(timeline.scenario);
  for (const after of nodesAt(timeline, at)) next.changed(at, { kind: 'Node', before: null, after });
  for (const after of daemonSetsAt(timeline, at)) next.changed(at, { kind: 'DaemonSet', before: null, after });
  for (const after of revisionsAt(timeline, at)) next.changed(at, { kind: 'ControllerRevision', before: null, after });
  for (const after of podsAt(timeline, at)) next.changed(at, { kind: 'Pod', before: null, after });
  for (const event of timeline.events) if (event.at > at - eventsLast) next.emitted(event);
  for (const mark of timeline.marks) next.marked(mark.at, mark.event, mark.refused);
  return next;
}
