import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject } from '../../core/base/json.ts';
import { type DaemonSetName, nameOf } from '../../core/forecast/subject.ts';
import { clusterOf } from '../../core/protocol/clusterOf.ts';
import { builtInClusters } from '../../core/simulation/clusters/clusters.ts';
import type { Cluster } from '../../core/simulation/scenario.ts';
import { WrongUse } from '../wrongUse.ts';
import { readObjects } from './readObjects.ts';

/** The cluster to simulate on, and the DaemonSet in question as that cluster runs it. */
export interface ClusterInput {
  readonly cluster: Cluster;
  /** null: it does not run there yet. */
  readonly running: JsonObject | null;
}

/**
 * The cluster that `choice` names: a built-in one, or a file. Without a choice it is `cluster.yaml` beside the manifest, else the first
 * built-in one. The DaemonSet in question is taken out of it.
 */
export function readCluster(choice: string | undefined, manifestPath: string, subject: DaemonSetName): ClusterInput {
  const cluster = chosen(choice, manifestPath);
  const isSubject = (one: JsonObject): boolean => nameOf(one).name === subject.name && nameOf(one).namespace === subject.namespace;
  return {
    cluster: { ...cluster, daemonSets: cluster.daemonSets.filter(one => !isSubject(one)) },
    running: cluster.daemonSets.find(isSubject) ?? null,
  };
}

/** The cluster that `choice` names, with all its DaemonSets; without a choice the first built-in one. */
export function readClusterAlone(choice: string | undefined): Cluster {
  return chosen(choice, '-');
}

function chosen(choice: string | undefined, manifestPath: string): Cluster {
  const builtIn = builtInClusters.find(one => one.name === choice);
  if (builtIn !== undefined) return builtIn.make();
  if (choice !== undefined) return fromFile(choice);
  const beside = path.join(path.dirname(manifestPath), 'cluster.yaml');
  if (manifestPath !== '-' && fs.existsSync(beside)) return fromFile(beside);
  const [first] = builtInClusters;
  if (first === undefined) throw new WrongUse('name a cluster with --cluster.');
  return first.make();
}

function fromFile(file: string): Cluster {
  const isFile = file === '-' || fs.existsSync(file);
  if (!isFile) {
    const names = builtInClusters.map(one => one.name).join(', ');
    throw new WrongUse(`--cluster ${file}: there is no such file, and no built-in cluster of that name (${names}).`);
  }
  const made = clusterOf(path.basename(file), readObjects(file));
  if (!made.ok) throw new WrongUse(made.message);
  return made.cluster;
}
