import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import type { JsonObject, JsonValue } from '../../core/base/json.ts';
import { nameOf } from '../../core/forecast/subject.ts';
import { readNode } from '../../core/kubernetes/objects/readNode.ts';
import { clusterOf } from '../../core/protocol/clusterOf.ts';
import { builtInClusters } from '../../core/simulation/clusters/clusters.ts';
import { isDaemonSet } from '../../server/analysis/document/daemonSets.ts';
import { parseObjects } from '../../server/analysis/document/objects.ts';
import type { Surroundings } from '../../server/analysis/settings.ts';
import { readObjects } from '../input/readObjects.ts';
import { WrongUse } from '../wrongUse.ts';

/**
 * What `--baseline FILE|git:REF` and `--cluster FILE|NAME` say of the world around each file; `folderCluster` is the cluster that the settings of the
 * file's folder name, for want of a `--cluster`.
 */
export function readSurroundings(options: {
  readonly baseline?: string;
  readonly cluster?: string;
}): (file: string, folderCluster: string | undefined) => Surroundings {
  const clusterFor = createClusters();
  if (options.cluster !== undefined) clusterFor(options.cluster);
  const baselinesFor = readBaselines(options.baseline);
  return (file, folderCluster) => ({ baselines: baselinesFor(file), ...clusterFor(options.cluster ?? folderCluster) });
}

function readBaselines(baseline: string | undefined): (file: string) => Surroundings['baselines'] {
  if (baseline === undefined) return () => new Map();
  const ref = /^git:(.+)$/.exec(baseline)?.[1];
  if (ref !== undefined) return file => daemonSetsOf(objectsInGit(ref, file));
  const fixed = daemonSetsOf(readObjects(baseline));
  return () => fixed;
}

type Chosen = Pick<Surroundings, 'nodes' | 'cluster'>;

/** Reads each cluster once. */
function createClusters(): (choice: string | undefined) => Chosen {
  const known = new Map<string, Chosen>();
  return choice => {
    if (choice === undefined) return { nodes: null };
    const chosen = known.get(choice) ?? readChosen(choice);
    known.set(choice, chosen);
    return chosen;
  };
}

function readChosen(choice: string): Chosen {
  const builtIn = builtInClusters.find(one => one.name === choice);
  const made =
    builtIn === undefined ? clusterOf(path.basename(choice), readObjects(choice)) : { ok: true as const, cluster: builtIn.make() };
  if (!made.ok) throw new WrongUse(made.message);
  const nodes = made.cluster.nodes.flatMap(node => {
    const read = readNode(node);
    return read.ok ? [read.value] : [];
  });
  return { nodes, cluster: made.cluster };
}

function daemonSetsOf(objects: readonly JsonValue[]): ReadonlyMap<string, JsonObject> {
  return new Map(
    objects.filter(isDaemonSet).map(one => {
      const { namespace, name } = nameOf(one);
      return [`${namespace}/${name}`, one];
    }),
  );
}

/** The objects of a file as a Git revision has it; none for a file that is not in it. A revision that is none is wrong use. */
function objectsInGit(ref: string, file: string): readonly JsonValue[] {
  if (file === '-') return [];
  const full = fs.realpathSync(file);
  const git = (...args: readonly string[]): string =>
    execFileSync('git', [...args], {
      cwd: path.dirname(full),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 64 * 1024 * 1024,
    });
  try {
    git('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
  } catch (error) {
    throw new WrongUse(`--baseline git:${ref}: ${isMissing(error) ? 'Git is not installed' : 'there is no such revision'}.`);
  }
  try {
    return parseObjects(git('show', '--end-of-options', `${ref}:./${path.basename(full)}`)).objects;
  } catch {
    return [];
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
