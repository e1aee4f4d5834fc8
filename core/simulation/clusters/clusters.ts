import type { Cluster } from '../scenario.ts';

/** A cluster that needs no file. */
export interface BuiltInCluster {
  /** What settings and flags call it: `tutorial`. */
  readonly name: string;
  /** One line for a list of choices. */
  readonly description: string;
  readonly make: () => Cluster;
}

/** All of them, in the order in which they are offered; the first is the default. */
export declare const builtInClusters: readonly BuiltInCluster[];
