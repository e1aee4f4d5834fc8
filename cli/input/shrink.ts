import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../core/base/json.ts';

/** What a simulation reads of a node. */
const needed: Readonly<Record<string, readonly string[]>> = {
  metadata: ['name', 'labels', 'creationTimestamp'],
  spec: ['unschedulable', 'taints'],
  status: ['allocatable', 'capacity', 'conditions', 'addresses', 'nodeInfo'],
};
const longest = 2_000;

/** Makes objects of a large list small: nodes keep what a simulation reads, and equal parts are kept once. */
export function createShrinker(): (object: JsonObject) => JsonObject {
  const known = new Map<string, JsonValue>();
  const share = (value: JsonValue): JsonValue => {
    if (typeof value !== 'string' && !isJsonObject(value) && !isJsonArray(value)) return value;
    const text = JSON.stringify(value);
    if (text.length > longest) return value;
    const same = known.get(text);
    if (same === undefined) known.set(text, value);
    return same ?? value;
  };
  return object => (object.kind === 'Node' ? shrink(object, share) : object);
}

function shrink(node: JsonObject, share: (value: JsonValue) => JsonValue): JsonObject {
  const parts = Object.entries(needed).map(([key, fields]): [string, JsonValue] => [key, pick(node[key], fields, share)]);
  return { apiVersion: 'v1', kind: 'Node', ...Object.fromEntries(parts) };
}

/** Names are all different: sharing them would only fill the table. */
function pick(value: JsonValue | undefined, fields: readonly string[], share: (value: JsonValue) => JsonValue): JsonValue {
  if (!isJsonObject(value)) return value ?? {};
  const kept = Object.entries(value).filter(([key]) => fields.includes(key));
  return Object.fromEntries(
    kept.map(([key, part]) => [key, key === 'name' ? part : key === 'labels' ? sharedLabels(part, share) : share(part)]),
  );
}

function sharedLabels(labels: JsonValue, share: (value: JsonValue) => JsonValue): JsonValue {
  if (!isJsonObject(labels)) return labels;
  return Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, key === 'kubernetes.io/hostname' ? value : share(value)]));
}
