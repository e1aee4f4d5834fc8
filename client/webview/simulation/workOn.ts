import { type PreparedCluster, prepareCluster } from '../../../core/simulation/preparedCluster.ts';
import type { Cluster } from '../../../core/simulation/scenario.ts';
import { guarded } from './guarded.ts';
import type { Later, Post, Work } from './work.ts';

/** What a worker knows of the runs that it is asked for. */
export interface Runs {
  /** The newest run that was asked for; all others are superseded. */
  newest: number;
  /** The cluster of the newest run, read: the next edit is most likely on the same one. */
  prepared: PreparedCluster | null;
}

/** The work of a run on a cluster: it is wanted as long as the run is the newest one, and a mistake of ours in any part of it is posted as a failure. */
export function workOn(runs: Runs, run: number, cluster: Cluster, post: Post, later: Later): Work {
  const prepared = runs.prepared?.cluster === cluster ? runs.prepared : prepareCluster(cluster);
  runs.prepared = prepared;
  return { wanted: () => runs.newest === run, later: part => later(() => guarded(run, post, part)), prepared };
}
