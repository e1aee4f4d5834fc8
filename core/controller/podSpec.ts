import { at, isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../base/json.ts';
import type { Toleration } from '../kubernetes/objects/podTemplate.ts';
import { automaticTolerations } from '../kubernetes/taints.ts';

/**
 * The spec of the pod that the controller makes from a template for a node, as JSON (util.CreatePodTemplate, ReplaceDaemonSetPodNodeNameNodeAffinity).
 *
 * Invariants: the required node affinity is exactly one term that names the node, whatever the template requires; preferred terms, pod
 * (anti-)affinity and nodeSelector stay; tolerations are the template's, then the controller's, one written alike being replaced.
 */
export function daemonPodSpec(templateSpec: JsonObject, node: string): JsonObject {
  const affinity = objectAt(templateSpec, 'affinity');
  const nodeAffinity = {
    ...objectAt(templateSpec, 'affinity', 'nodeAffinity'),
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchFields: [{ key: 'metadata.name', operator: 'In', values: [node] }] }],
    },
  };
  return { ...templateSpec, affinity: { ...affinity, nodeAffinity }, tolerations: mergeTolerations(templateSpec) };
}

function mergeTolerations(templateSpec: JsonObject): readonly JsonValue[] {
  const written = member(templateSpec, 'tolerations');
  const merged: JsonValue[] = isJsonArray(written) ? [...written] : [];
  for (const added of automaticTolerations(member(templateSpec, 'hostNetwork') === true)) {
    const json = { key: added.key, operator: added.operator, effect: added.effect };
    const place = merged.findIndex(toleration => saysTheSame(toleration, added));
    if (place < 0) merged.push(json);
    else merged[place] = json;
  }
  return merged;
}

function saysTheSame(json: JsonValue, toleration: Toleration): boolean {
  const text = (key: string): JsonValue => member(json, key) ?? '';
  return (
    text('key') === toleration.key &&
    text('operator') === toleration.operator &&
    text('value') === toleration.value &&
    text('effect') === toleration.effect
  );
}

function objectAt(json: JsonObject, ...path: readonly string[]): JsonObject {
  const value = at(json, ...path);
  return isJsonObject(value) ? value : {};
}
