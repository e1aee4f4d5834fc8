import { isJsonArray, type JsonObject, member } from '../base/json.ts';
import { defaultTimeBase, parseTime, type TimeBase } from '../kubernetes/objects/time.ts';
import type { Cluster } from './scenario.ts';

/**
 * When a cluster was looked at: the simulation begins there, so that ages are those that kubectl showed.
 *
 * Assumptions: the newest heartbeat of a node is that moment. A file without heartbeats was taken five days after its newest object was made; one without
 * any times says nothing: everything is five days old.
 */
export function timeBaseOf({ nodes, daemonSets, pods }: Cluster): TimeBase {
  const heartbeat = newest(nodes.flatMap(heartbeats));
  if (heartbeat !== null) return { ...defaultTimeBase, zero: heartbeat };
  const created = newest([...nodes, ...daemonSets, ...pods].map(object => member(member(object, 'metadata'), 'creationTimestamp')));
  return { ...defaultTimeBase, zero: created === null ? null : created - defaultTimeBase.assumed };
}

function heartbeats(node: JsonObject): readonly unknown[] {
  const conditions = member(member(node, 'status'), 'conditions');
  return isJsonArray(conditions) ? conditions.map(condition => member(condition, 'lastHeartbeatTime')) : [];
}

/** The latest of the texts that are times; texts of one form are compared before they are read. */
function newest(texts: readonly unknown[]): number | null {
  let latest = '';
  for (const text of texts) if (typeof text === 'string' && text > latest) latest = text;
  return latest === '' ? null : parseTime(latest);
}
