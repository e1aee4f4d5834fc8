/** What a host needs to make a cluster of a file's objects; it lives with the simulation, which reads scenario files with it. */
export { type ClusterOf, clusterOf, mostNodes } from '../simulation/clusterOf.ts';
