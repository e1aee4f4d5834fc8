import { isJsonArray, type JsonObject, type JsonValue, member } from '../../base/json.ts';

const counted = ['cpu', 'memory'] as const;

/** status.qosClass of a pod (component-helpers, GetPodQOS): Guaranteed when every container's limits are its requests, BestEffort without either. */
export function qosClassOf(spec: JsonObject): string {
  const containers = [...listOf(member(spec, 'initContainers')), ...listOf(member(spec, 'containers'))];
  const amount = (container: JsonValue, list: string, name: string): JsonValue =>
    member(member(member(container, 'resources'), list), name) ?? null;
  const any = containers.some(one => counted.some(name => amount(one, 'requests', name) !== null || amount(one, 'limits', name) !== null));
  if (!any) return 'BestEffort';
  const full = (one: JsonValue): boolean =>
    counted.every(name => {
      const limit = amount(one, 'limits', name);
      return limit !== null && String(amount(one, 'requests', name) ?? limit) === String(limit);
    });
  return containers.every(full) ? 'Guaranteed' : 'Burstable';
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}
