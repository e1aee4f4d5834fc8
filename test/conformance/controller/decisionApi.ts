import type { ApiError, ApiResult, ControllerApi } from '../../../core/controller/api.ts';
import { labelOf, revisionHashLabel } from '../../../core/controller/templateGeneration.ts';
import type { ControllerRevision } from '../../../core/kubernetes/objects/controllerRevision.ts';
import type { DaemonSet, DaemonSetStatus } from '../../../core/kubernetes/objects/daemonSet.ts';
import { pod, type Symbols } from './objects.ts';
import type { DecisionRecord, RecordedStatus } from './record.ts';

/** What a sync asked for, in the words of the recordings. */
export interface Heard {
  readonly creates: string[];
  readonly createHashes: Set<string>;
  createCalls: number;
  readonly deletes: string[];
  readonly adopts: Set<string>;
  readonly releases: Set<string>;
  readonly relabels: Record<string, string>;
  readonly revisions: Set<string>;
  readonly events: Record<string, number>;
  status: RecordedStatus | null;
  statusWrites: number;
}

/** The API server of a decision record, with its faults. It keeps nothing: the caches do not move during a sync. */
export function decisionApi(
  record: DecisionRecord,
  daemonSet: DaemonSet,
  revisions: ReadonlyMap<string, ControllerRevision>,
  symbols: Symbols,
): { readonly api: ControllerApi; readonly heard: Heard } {
  const faults = record.faults ?? {};
  const heard = silence();
  const nameOf = (revision: ControllerRevision): string => revision.uid || symbols.symbol(revision.name.replace(/^ds-/, ''));
  const api: ControllerApi = {
    createPod(asked) {
      heard.createCalls++;
      if (faults.namespaceTerminating === true) return refuse({ kind: 'NamespaceTerminating', message: 'namespace is being terminated' });
      if (heard.creates.length >= (faults.createsAllowed ?? Number.POSITIVE_INFINITY)) {
        return refuse({ kind: 'Forbidden', message: 'pods "ds-new" is forbidden: exceeded quota' });
      }
      heard.creates.push(asked.targetNode);
      heard.createHashes.add(symbols.symbol(labelOf(asked.labels, revisionHashLabel) ?? ''));
      return answer(pod({ name: `ds-new${heard.creates.length}`, target: asked.targetNode }, record.ds, symbols));
    },
    deletePod(asked) {
      if (faults.deletesFail === true) return refuse({ kind: 'Failed', message: 'delete refused' });
      if (faults.deletesNotFound === true) return refuse({ kind: 'NotFound' });
      heard.deletes.push(asked.name);
      return answer(null);
    },
    patchPodOwner(asked, owner) {
      (owner === null ? heard.releases : heard.adopts).add(asked.name);
      return answer(null);
    },
    patchPodLabels(asked, labels) {
      heard.relabels[asked.name] = symbols.symbol(labelOf(labels, revisionHashLabel) ?? '');
      return answer(null);
    },
    createRevision(revision) {
      if (revisions.has(revision.name)) return refuse({ kind: 'AlreadyExists' });
      const cause = labelOf(revision.annotations, 'kubernetes.io/change-cause');
      heard.revisions.add(`create ${nameOf(revision)} n=${revision.revision}${cause === undefined ? '' : ` change-cause=${cause}`}`);
      return answer(revision);
    },
    updateRevision(revision) {
      const known = revisions.get(revision.name);
      const hash = labelOf(revision.labels, revisionHashLabel);
      const relabelled = known !== undefined && labelOf(known.labels, revisionHashLabel) === undefined && hash !== undefined;
      const what = relabelled ? `hash-label=${hash === revision.name ? '<its own name>' : hash}` : `n=${revision.revision}`;
      heard.revisions.add(`update ${nameOf(revision)} ${what}`);
      return answer(revision);
    },
    patchRevisionOwner(revision, owner) {
      heard.revisions.add(`${owner === null ? 'release' : 'adopt'} ${nameOf(revision)}`);
      return answer(null);
    },
    deleteRevision(revision) {
      heard.revisions.add(`delete ${nameOf(revision)}`);
      return answer(null);
    },
    getDaemonSet() {
      if (faults.dsGetError === true) return refuse({ kind: 'Failed', message: 'read refused' });
      return answer({
        ...daemonSet,
        uid: faults.apiSaysOtherUID === true ? 'another-uid' : daemonSet.uid,
        deletedAt: faults.apiSaysDeleting === true ? -1 : daemonSet.deletedAt,
      });
    },
    getRevision(_namespace, name) {
      const revision = revisions.get(name);
      return revision === undefined ? refuse({ kind: 'NotFound' }) : answer(revision);
    },
    updateDaemonSetStatus(asked, status) {
      heard.statusWrites++;
      if (heard.statusWrites <= (faults.statusWriteErrors ?? 0)) return refuse({ kind: 'Conflict' });
      heard.status = recordedStatus(status);
      return answer({ ...asked, status });
    },
    wantsEvents: true,
    emitEvent(event) {
      const text = `${event.type} ${event.reason} ${event.message.replace(/ds-new\d+$/, 'ds-*')}`;
      heard.events[text] = (heard.events[text] ?? 0) + 1;
    },
  };
  return { api, heard };
}

function silence(): Heard {
  return {
    creates: [],
    createHashes: new Set(),
    createCalls: 0,
    deletes: [],
    adopts: new Set(),
    releases: new Set(),
    relabels: {},
    revisions: new Set(),
    events: {},
    status: null,
    statusWrites: 0,
  };
}

function recordedStatus(status: DaemonSetStatus): RecordedStatus {
  const all = {
    desired: status.desiredNumberScheduled,
    current: status.currentNumberScheduled,
    ready: status.numberReady,
    updated: status.updatedNumberScheduled,
    available: status.numberAvailable,
    misscheduled: status.numberMisscheduled,
    unavailable: status.numberUnavailable,
    observedGeneration: status.observedGeneration,
    collisionCount: status.collisionCount,
  };
  return Object.fromEntries(Object.entries(all).filter(([key, value]) => value !== null && (value !== 0 || key === 'collisionCount')));
}

function answer<T>(value: T): ApiResult<T> {
  return { ok: true, value };
}

function refuse(error: ApiError): { readonly ok: false; readonly error: ApiError } {
  return { ok: false, error };
}
