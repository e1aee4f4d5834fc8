import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../../core/base/json.ts';
import type { Node } from '../../../core/kubernetes/objects/node.ts';
import { defaultKubernetesVersion, type KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import type { Cluster } from '../../../core/simulation/scenario.ts';
import type { Step } from '../document/value.ts';

/** A DaemonSet as rules see it: as written, with short ways to what they ask for. */
export interface Manifest {
  readonly value: JsonObject;
  readonly podSpec: JsonObject;
  readonly podPath: readonly Step[];
  readonly containers: readonly ContainerAt[];
  readonly initContainers: readonly ContainerAt[];
  readonly strategy: Strategy;
  readonly hostNetwork: boolean;
  /** The DaemonSet as it runs now; null: it does not run, or nobody knows. */
  readonly baseline: JsonObject | null;
  /** The nodes of the cluster; null: none is chosen. */
  readonly nodes: readonly Node[] | null;
  /** The cluster with all that runs there, as the simulator takes it; null: none is chosen, or it is too large. */
  readonly cluster: Cluster | null;
  readonly version: KubernetesVersion;
}

type Around = Pick<Manifest, 'baseline' | 'nodes' | 'cluster' | 'version'>;
const nobodyKnows: Around = { baseline: null, nodes: null, cluster: null, version: defaultKubernetesVersion };

export interface ContainerAt {
  readonly path: readonly Step[];
  readonly value: JsonObject;
}

/** The update strategy, defaults applied as the API server does. */
export interface Strategy {
  readonly type: string;
  readonly maxUnavailable: JsonValue;
  readonly maxSurge: JsonValue;
  /** Whether a new pod starts beside the old one. */
  readonly surges: boolean;
}

export const strategyPath: readonly Step[] = ['spec', 'updateStrategy'];
export const rollingPath: readonly Step[] = [...strategyPath, 'rollingUpdate'];

export function readManifest(value: JsonObject, around: Around = nobodyKnows): Manifest {
  const podPath = ['spec', 'template', 'spec'];
  const podSpec = at(value, ...podPath);
  return {
    value,
    podSpec: isJsonObject(podSpec) ? podSpec : {},
    podPath,
    containers: listContainers(value, [...podPath, 'containers']),
    initContainers: listContainers(value, [...podPath, 'initContainers']),
    strategy: readStrategy(value),
    hostNetwork: at(podSpec, 'hostNetwork') === true,
    ...around,
  };
}

/** The objects of a list, each with its path. */
export function objectsAt(value: JsonValue, path: readonly Step[]): readonly ContainerAt[] {
  const list = at(value, ...path);
  if (!isJsonArray(list)) return [];
  return list.flatMap((item, index) => (isJsonObject(item) ? [{ path: [...path, index], value: item }] : []));
}

function listContainers(value: JsonObject, path: readonly Step[]): readonly ContainerAt[] {
  return objectsAt(value, path);
}

function readStrategy(value: JsonObject): Strategy {
  const type = at(value, ...strategyPath, 'type');
  const maxUnavailable = at(value, ...rollingPath, 'maxUnavailable') ?? 1;
  const maxSurge = at(value, ...rollingPath, 'maxSurge') ?? 0;
  const rolls = type === undefined || type === null || type === 'RollingUpdate';
  return {
    type: typeof type === 'string' ? type : 'RollingUpdate',
    maxUnavailable,
    maxSurge,
    surges: rolls && maxSurge !== 0 && maxSurge !== '0%',
  };
}
