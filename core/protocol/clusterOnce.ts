import type { Cluster } from '../simulation/scenario.ts';

/**
 * A cluster crosses each border (host → panel → worker) once, not with every keystroke: 5,000 nodes are some megabytes. On the wire this word
 * stands for the cluster of the message before, and whoever receives it has the very same object again, read and prepared.
 */
export const sameCluster = 'same';

/** Something with a cluster, as it is on the wire. */
export type WithClusterOnce<T extends { readonly cluster: Cluster }> = Omit<T, 'cluster'> & {
  readonly cluster: Cluster | typeof sameCluster;
};

/** The sending end of one connection. It must begin anew when the other end does. */
export function clusterSender(): <T extends { readonly cluster: Cluster }>(value: T) => WithClusterOnce<T> {
  let last: Cluster | null = null;
  return value => {
    if (value.cluster === last) return { ...value, cluster: sameCluster };
    last = value.cluster;
    return value;
  };
}

/** The receiving end: puts the cluster back. What it is given is not known to be anything, and is returned as it is when it has no cluster. */
export function clusterReceiver(): (value: unknown) => unknown {
  let last: unknown = null;
  return value => {
    if (typeof value !== 'object' || value === null || !('cluster' in value)) return value;
    if (value.cluster === sameCluster) return { ...value, cluster: last };
    last = value.cluster;
    return value;
  };
}
