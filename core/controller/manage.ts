import { nextInt } from '../base/random.ts';
import { objectKey } from '../kubernetes/objects/meta.ts';
import type { Pod } from '../kubernetes/objects/pod.ts';
import { stepBackoff } from './backoff.ts';
import { expectNothing } from './expectations.ts';
import type { NodeEntry } from './nodeEntry.ts';
import type { PlannedDelete } from './podCare.ts';
import { drawFrom } from './sampleSet.ts';
import { burst, type PlannedCreate, syncPods } from './syncPods.ts';
import type { SyncError } from './syncReport.ts';
import { emit, refreshView, requeue, type SyncRun } from './syncRun.ts';
import { isManaged } from './tally.ts';
import { touch } from './view.ts';

/**
 * One pod on every node that should have one, none elsewhere (manage, daemon_controller.go).
 *
 * Assumptions: pods have been claimed. Nodes come in random order, as from a Go map.
 * Invariants: no budget limits it, only the burst; every failed pod whose back-off is over steps that back-off and is reported, as every
 * succeeded pod is reported, also when the burst leaves the delete itself to a later sync.
 */
export function manage(sync: SyncRun): SyncError | null {
  refreshView(sync);
  const { view } = sync;
  if (isManaged(view.tally)) {
    expectNothing(sync.controller.expectations, sync.key);
    return null;
  }
  if (view.tally.heldDelays.size > 0) for (const delay of view.tally.heldDelays.keys()) requeue(sync, delay);
  const creates = planCreates(sync);
  const deletes = planDeletes(sync);
  return syncPods(sync, creates, deletes);
}

const nothing: readonly never[] = [];

function planCreates(sync: SyncRun): readonly PlannedCreate[] {
  if (sync.view.tally.creates.items.length === 0) return nothing;
  const creates: PlannedCreate[] = [];
  drawFrom(sync.view.tally.creates, sync.controller.random, entry => {
    if (creates.length >= burst) return false;
    const because = entry.facts?.care.create ?? null;
    if (because !== null) creates.push({ node: entry.name, because });
    return true;
  });
  return creates;
}

function planDeletes(sync: SyncRun): readonly PlannedDelete[] {
  const { tally } = sync.view;
  if (tally.deletes.items.length === 0 && tally.strays.items.length === 0) return nothing;
  const deletes: PlannedDelete[] = [];
  const taken = new Set<NodeEntry>();
  drawFrom(tally.deletes, sync.controller.random, entry => {
    if (deletes.length >= burst) return false;
    taken.add(entry);
    deletes.push(...deletesOn(sync, entry));
    return true;
  });
  if (tally.ended.items.length > 0) for (const entry of [...tally.ended.items]) if (!taken.has(entry)) deletesOn(sync, entry);
  drawFrom(tally.strays, sync.controller.random, entry => {
    if (deletes.length >= burst) return false;
    deletes.push(...(entry.facts?.care.deletes ?? []));
    return true;
  });
  return deletes;
}

/** The deletes on one node, reported as they are decided. Of several failed pods one goes; the others then are in back-off. */
function deletesOn(sync: SyncRun, entry: NodeEntry): readonly PlannedDelete[] {
  const care = entry.facts?.care;
  if (care === undefined) return [];
  for (const { pod, because } of care.deletes) {
    if (because.kind === 'succeeded') {
      emit(
        sync,
        'Normal',
        'SucceededDaemonPod',
        `Found succeeded daemon pod ${objectKey(pod)} on node ${entry.name}, will try to delete it`,
      );
    }
  }
  const failed = care.failed.length === 0 ? undefined : care.failed[nextInt(sync.controller.random, care.failed.length)];
  return failed === undefined ? care.deletes : [deleteFailed(sync, entry, failed, care.failed.length > 1), ...care.deletes];
}

function deleteFailed(sync: SyncRun, entry: NodeEntry, pod: Pod, othersWait: boolean): PlannedDelete {
  const delay = stepBackoff(sync.controller.backoff, `${sync.view.terms?.backoffPrefix ?? ''}${entry.name}`, sync.now);
  touch(sync.view, entry);
  if (othersWait) requeue(sync, delay);
  emit(sync, 'Warning', 'FailedDaemonPod', `Found failed daemon pod ${objectKey(pod)} on node ${entry.name}, will try to kill it`);
  return { pod, because: { kind: 'failed', backoff: delay } };
}
