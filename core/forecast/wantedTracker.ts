import { controllerProfile } from '../controller/profile.ts';
import { labelOf, revisionHashLabel, templateGeneration } from '../controller/templateGeneration.ts';
import type { ControllerRevision } from '../kubernetes/objects/controllerRevision.ts';
import type { DaemonSet } from '../kubernetes/objects/daemonSet.ts';
import { daemonPodTolerations } from '../kubernetes/taints.ts';
import type { KubernetesVersion } from '../kubernetes/versions.ts';
import type { Version } from '../simulation/timeline.ts';
import type { Wanted } from './laneState.ts';
import { type DaemonSetName, isNamed, isOwned } from './subject.ts';

/** Follows what a DaemonSet wants: its template, and the revision that stands for it. */
export interface WantedTracker {
  readonly subject: DaemonSetName;
  readonly availableAtBoundary: boolean;
  readonly revisions: Map<string, ControllerRevision>;
  daemonSet: DaemonSet | null;
  /** null: there is no such DaemonSet. */
  current: Wanted | null;
}

export function createWantedTracker(version: KubernetesVersion, subject: DaemonSetName): WantedTracker {
  const { availableAtBoundary } = controllerProfile(version);
  return { subject, availableAtBoundary, revisions: new Map(), daemonSet: null, current: null };
}

/** Takes a change of a DaemonSet; true: placement or states may differ. A change of status or labels alone is none. */
export function takeDaemonSet(tracker: WantedTracker, version: Version<DaemonSet> | undefined): boolean {
  const daemonSet = version?.after ?? version?.before;
  if (version === undefined || daemonSet == null || !isNamed(daemonSet, tracker.subject)) return false;
  const before = tracker.daemonSet;
  tracker.daemonSet = version.after;
  const sameTemplate =
    before !== null && version.after !== null && templateGeneration(before.annotations) === templateGeneration(version.after.annotations);
  if (sameTemplate && before?.generation === version.after?.generation) return false;
  // Until the controller has made the revision of a new template, no pod is of it.
  const hash = sameTemplate ? (tracker.current?.hash ?? '') : '';
  tracker.current = version.after === null ? null : wantedBy(version.after, hash, tracker.availableAtBoundary);
  return true;
}

/** Takes a change of a revision; true: another one is current now. */
export function takeRevision(tracker: WantedTracker, version: Version<ControllerRevision> | undefined): boolean {
  const revision = version?.after ?? version?.before;
  if (version === undefined || revision == null || !isOwned(revision.owner, revision.namespace, tracker.subject)) return false;
  if (version.after === null) tracker.revisions.delete(revision.name);
  else tracker.revisions.set(revision.name, version.after);
  const hash = newestHash(tracker.revisions.values());
  if (tracker.daemonSet === null || tracker.current === null || tracker.current.hash === hash) return false;
  tracker.current = wantedBy(tracker.daemonSet, hash, tracker.availableAtBoundary);
  return true;
}

/** The hash of the newest of a DaemonSet's revisions; empty: there is none. */
export function newestHash(revisions: Iterable<ControllerRevision>): string {
  let newest: ControllerRevision | null = null;
  for (const revision of revisions) if (newest === null || revision.revision > newest.revision) newest = revision;
  return newest === null ? '' : (labelOf(newest.labels, revisionHashLabel) ?? '');
}

function wantedBy(daemonSet: DaemonSet, hash: string, availableAtBoundary: boolean): Wanted {
  const { spec } = daemonSet.spec.template;
  return {
    spec,
    tolerations: daemonPodTolerations(spec),
    hash,
    generation: templateGeneration(daemonSet.annotations),
    minReady: daemonSet.spec.minReadySeconds * 1000,
    availableAtBoundary,
  };
}
