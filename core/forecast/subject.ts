import { at, type JsonObject } from '../base/json.ts';
import type { ControllerRef, ObjectMeta } from '../kubernetes/objects/meta.ts';
import type { Scenario } from '../simulation/scenario.ts';

/** The DaemonSet a forecast is about. */
export interface DaemonSetName {
  readonly namespace: string;
  readonly name: string;
}

/** The DaemonSet a scenario is about: that of its baseline, else the first one that is applied; null when there is neither. */
export function subjectOf(scenario: Scenario): DaemonSetName | null {
  if (scenario.baseline !== null) return nameOf(scenario.baseline);
  for (const event of scenario.events) if (event.do === 'apply') return nameOf(event.manifest);
  return null;
}

export function nameOf(manifest: JsonObject): DaemonSetName {
  const namespace = at(manifest, 'metadata', 'namespace');
  const name = at(manifest, 'metadata', 'name');
  return {
    namespace: typeof namespace === 'string' && namespace !== '' ? namespace : 'default',
    name: typeof name === 'string' ? name : '',
  };
}

export function isNamed(object: Pick<ObjectMeta, 'namespace' | 'name'>, subject: DaemonSetName): boolean {
  return object.name === subject.name && object.namespace === subject.namespace;
}

/** Whether an object of `namespace` belongs to the DaemonSet. By name, not by uid: one that is deleted and made again goes on. */
export function isOwned(owner: ControllerRef | null, namespace: string, subject: DaemonSetName): boolean {
  return owner !== null && owner.kind === 'DaemonSet' && owner.name === subject.name && namespace === subject.namespace;
}
