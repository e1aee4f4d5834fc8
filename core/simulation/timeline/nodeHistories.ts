import type { Pod } from '../../kubernetes/objects/pod.ts';
import type { Version } from './version.ts';

/** Versions of pods by node and DaemonSet. Grows when asked after more has happened. */
export interface NodeHistories {
  readonly byNode: Map<string, Map<string, Version<Pod>[]>>;
  taken: number;
}

export function createNodeHistories(): NodeHistories {
  return { byNode: new Map(), taken: 0 };
}

export function nodeHistory(
  versions: readonly Version<Pod>[],
  histories: NodeHistories,
  node: string,
  daemonSetUid: string,
): readonly Version<Pod>[] {
  for (; histories.taken < versions.length; histories.taken++) take(histories, versions[histories.taken]);
  return histories.byNode.get(node)?.get(daemonSetUid) ?? [];
}

function take(histories: NodeHistories, version: Version<Pod> | undefined): void {
  const pod = version?.after ?? version?.before;
  const owner = version?.after?.owner ?? version?.before?.owner;
  if (version === undefined || !pod || !owner) return;
  const node = pod.nodeName || pod.targetNode;
  const byOwner = histories.byNode.get(node) ?? new Map<string, Version<Pod>[]>();
  histories.byNode.set(node, byOwner);
  const list = byOwner.get(owner.uid);
  if (list === undefined) byOwner.set(owner.uid, [version]);
  else list.push(version);
}
