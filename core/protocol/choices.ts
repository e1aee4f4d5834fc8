/** What a host offers to choose from, without a simulation of its own. */
export { type Assumptions, defaultAssumptions } from '../simulation/assumptions.ts';
export { type BuiltInCluster, builtInClusters } from '../simulation/clusters/clusters.ts';
