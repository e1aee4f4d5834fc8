import { isJsonObject, type JsonValue } from '../../base/json.ts';
import { nodeNames, readCluster } from './clusterSource.ts';
import type { Reading } from './reading.ts';

/** The names of the nodes that a scenario file's own text tells of; empty where another file would have to be read. */
export function knownNodes(json: JsonValue): readonly string[] {
  if (!isJsonObject(json)) return [];
  const reading: Reading = { load: null, problems: [], origins: new Map(), partial: false };
  const cluster = readCluster(reading, json);
  return cluster === null ? [] : [...nodeNames(cluster)];
}
