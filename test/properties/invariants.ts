import assert from 'node:assert/strict';
import { limitsFor } from '../../core/controller/budget.ts';
import type { SyncReport } from '../../core/controller/syncReport.ts';
import { labelOf, revisionHashLabel } from '../../core/controller/templateGeneration.ts';
import type { View } from '../../core/controller/view.ts';
import type { DaemonSet } from '../../core/kubernetes/objects/daemonSet.ts';
import type { Pod } from '../../core/kubernetes/objects/pod.ts';
import { atLeast } from '../../core/kubernetes/versions.ts';
import type { Run } from '../../core/simulation/run.ts';
import { podsOf } from '../../core/simulation/world/world.ts';

/** Nodes that the controller's budget took down and that have had no available pod since. */
export type TakenDown = Set<string>;

/**
 * The controller takes down no more nodes than maxUnavailable by its budget.
 *
 * Documented exceptions, which are not counted: old pods that are not available (`oldUnavailable`), pods whose node must not run them
 * (`placement`), failed, succeeded and surplus pods; and up to 1.29, where unavailable old pods did not count, the whole rule after a second edit.
 */
export function holdsBudget(run: Run, report: SyncReport, takenDown: TakenDown): void {
  const view = run.controller.views.get(report.daemonSet);
  if (view === undefined) return;
  for (const name of [...takenDown]) if (isServed(view, name)) takenDown.delete(name);
  const budgeted = report.actions.flatMap(action =>
    action.kind === 'deletePod' && action.because.kind === 'rollingUpdate' ? [action] : [],
  );
  for (const { node } of budgeted) takenDown.add(node);
  if (budgeted.length === 0 || !atLeast(run.world.scenario.kubernetesVersion, '1.30')) return;
  const limits = limitsFor(view.daemonSet.spec.updateStrategy, view.tally.desired);
  assert.ok(limits !== null && typeof limits !== 'string');
  assert.ok(takenDown.size <= limits.maxUnavailable, `${[...takenDown].join(', ')} are down, maxUnavailable is ${limits.maxUnavailable}`);
  const [first] = budgeted;
  assert.ok(first?.because.kind === 'rollingUpdate' && first.because.budget.used + budgeted.length <= first.because.budget.limit);
}

/** Whether a node has an available pod, or does not count for the rollout any more. */
function isServed(view: View, name: string): boolean {
  const entry = view.entries.get(name);
  if (entry?.facts == null) return true;
  const { rolling, status } = entry.facts;
  return !rolling.counts && (status.available || !status.desired || rolling.candidate === 'replace');
}

/** A surge creates no more pods beside available old ones than maxSurge has room for. */
export function holdsSurge(report: SyncReport): void {
  const surged = report.actions.flatMap(action =>
    action.kind === 'createPod' && action.because.kind === 'surge' ? [action.because.budget] : [],
  );
  const [budget] = surged;
  if (budget !== undefined)
    assert.ok(budget.used + surged.length <= budget.limit, `${surged.length} surged with ${budget.used} of ${budget.limit} in use`);
}

/** Never two living pods of the current revision on a node, nor, without surge, one of them beside an old one that it would have to replace. */
export function holdsOnePodANode(run: Run): void {
  for (const view of run.controller.views.values()) {
    for (const entry of view.entries.values()) {
      const current = entry.pods.filter(pod => isLiving(pod) && labelOf(pod.labels, revisionHashLabel) === view.hash && view.hash !== '');
      assert.ok(current.length <= 1, `${current.length} current pods on ${entry.name}`);
    }
  }
}

function isLiving(pod: Pod): boolean {
  return pod.deletedAt === null && pod.phase !== 'Failed' && pod.phase !== 'Succeeded';
}

/** Every pod belongs to a DaemonSet, and says so by its owner. */
export function holdsOwnership(run: Run): void {
  for (const pod of podsOf(run.world)) assert.equal(pod.owner?.kind, 'DaemonSet', pod.name);
}

/** At rest there are no more old revisions than the limit and those that pods still carry. */
export function holdsHistoryLimit(run: Run, daemonSet: DaemonSet): void {
  const live = new Set(podsOf(run.world).map(pod => labelOf(pod.labels, revisionHashLabel)));
  const view = run.controller.views.get(`${daemonSet.namespace}/${daemonSet.name}`);
  const old = [...run.world.revisions.values()].filter(revision => labelOf(revision.labels, revisionHashLabel) !== view?.hash);
  const dead = old.filter(revision => !live.has(labelOf(revision.labels, revisionHashLabel)));
  const { revisionHistoryLimit: limit } = daemonSet.spec;
  assert.ok(dead.length === 0 || old.length <= limit, `${old.length} old revisions, ${dead.length} of them unused, limit ${limit}`);
}

/** A run that is quiet has either converged, or every node that is not finished has a reason with a name. */
export function holdsQuiescence(
  run: Run,
  daemonSet: DaemonSet,
  waiting: readonly { readonly node: string; readonly reason: { readonly kind: string } }[],
): void {
  const { status, generation } = daemonSet;
  assert.equal(status.observedGeneration, generation, 'the last edit was not observed');
  const converged =
    status.updatedNumberScheduled === status.desiredNumberScheduled && status.numberAvailable === status.desiredNumberScheduled;
  const stale = waiting.filter(({ reason }) => reason.kind === 'nextSync');
  const wakesNobody = run.events.some(({ do: what }) => ['removeNode', 'taint', 'nodeDown', 'cordon', 'label', 'deletePod'].includes(what));
  assert.ok(stale.length === 0 || wakesNobody, `at rest, and yet work is left: ${JSON.stringify(stale)}`);
  if (waiting.length === 0 && !wakesNobody) assert.ok(converged, `nothing waits, and yet the status is ${JSON.stringify(status)}`);
}
