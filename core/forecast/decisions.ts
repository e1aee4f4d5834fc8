import type { ApiError } from '../controller/api.ts';
import type { CreateReason, DeleteReason } from '../controller/reasons.ts';
import type { SyncAction } from '../controller/syncReport.ts';
import { type Instant, objectKey } from '../kubernetes/objects/meta.ts';
import type { Timeline } from '../simulation/timeline.ts';
import type { DaemonSetName } from './subject.ts';

/** What the controller decided, for one reason, on one or many nodes. `example`: the first of them. */
export interface Decision {
  readonly what: Extract<SyncAction['kind'], 'createPod' | 'createFailed' | 'deletePod' | 'deleteFailed'>;
  readonly because: CreateReason | DeleteReason;
  /** Why it was refused; null: it was not. */
  readonly error: ApiError | null;
  readonly count: number;
  readonly first: Instant;
  readonly last: Instant;
  readonly node: string;
}

/** Everything the controller did to the pods of a DaemonSet from the origin on (and at or before `until`), one entry a rule, in the order in which the rules first applied. */
export function decisions(timeline: Timeline, subject: DaemonSetName, until: Instant = Number.POSITIVE_INFINITY): readonly Decision[] {
  const groups = new Map<string, { -readonly [K in keyof Decision]: Decision[K] }>();
  const name = objectKey(subject);
  for (const { at, report } of timeline.syncs) {
    if (at > until) break;
    if (at < timeline.origin || report.daemonSet !== name) continue;
    for (const action of report.actions) {
      if (!isDecision(action)) continue;
      const group = groups.get(keyOf(action));
      if (group === undefined) groups.set(keyOf(action), begin(action, at));
      else {
        group.count++;
        group.last = at;
      }
    }
  }
  return [...groups.values()];
}

type DecidedAction = Extract<SyncAction, { readonly because: CreateReason | DeleteReason }>;

function isDecision(action: SyncAction): action is DecidedAction {
  return 'because' in action;
}

/** Placement is told apart by what excludes the node. */
function keyOf({ kind, because }: DecidedAction): string {
  return because.kind === 'placement' ? `${kind} placement ${because.because.kind}` : `${kind} ${because.kind}`;
}

function begin(action: DecidedAction, at: Instant): Decision {
  const error = action.kind === 'createFailed' || action.kind === 'deleteFailed' ? action.error : null;
  return { what: action.kind, because: action.because, error, count: 1, first: at, last: at, node: action.node };
}
