import type { JsonObject } from '../../base/json.ts';
import type { Cluster } from '../scenario.ts';
import { type NodeShape, nodeMaker, zoneLabels } from './makeNode.ts';
import { kubeProxy } from './systemDaemonSets.ts';

/** A pool of like nodes, spread evenly over zones. */
export interface Pool {
  readonly name: string;
  readonly count: number;
  /** Empty: the nodes are in no zone. */
  readonly zones: readonly string[];
  readonly shape: Omit<NodeShape, 'name'>;
}

/** A cluster of pools: node i of pool `p` is called `p-i`, with as many digits as the last one needs. */
export function generateCluster(
  name: string,
  region: string,
  pools: readonly Pool[],
  daemonSets: readonly JsonObject[] = [kubeProxy],
): Cluster {
  return { name, nodes: pools.flatMap((pool, index) => poolNodes(region, pool, index)), daemonSets, pods: [] };
}

export function poolNodes(region: string, pool: Pool, poolIndex: number): readonly JsonObject[] {
  const digits = String(pool.count).length;
  const make = nodeMaker(pool.shape);
  return Array.from({ length: pool.count }, (_, index) => {
    const zone = pool.zones[index % Math.max(1, pool.zones.length)];
    const labels = { ...pool.shape.labels, 'daemonscope.dev/pool': pool.name, ...(zone === undefined ? {} : zoneLabels(region, zone)) };
    const ip = `10.${poolIndex}.${Math.floor(index / 250) % 250}.${(index % 250) + 1}`;
    return make(`${pool.name}-${String(index + 1).padStart(digits, '0')}`, labels, ip);
  });
}

/** `count` Linux workers in three zones, and nothing else on them. */
export function plainCluster(count: number): Cluster {
  const zones = ['zone-a', 'zone-b', 'zone-c'];
  return generateCluster(`${count} nodes in 3 zones`, 'region-1', [{ name: 'node', count, zones, shape: {} }], []);
}
