import { at, isJsonObject, type JsonObject, type JsonValue } from '../base/json.ts';
import { scaledValue } from '../kubernetes/intOrPercent.ts';
import type { IntOrPercent } from '../kubernetes/objects/daemonSet.ts';
import type { Scenario, ScenarioEvent } from '../simulation/scenario.ts';

/** An update strategy to compare with. */
export type Strategy =
  | { readonly kind: 'maxUnavailable'; readonly value: IntOrPercent }
  | { readonly kind: 'maxSurge'; readonly value: IntOrPercent }
  | { readonly kind: 'onDelete' };

/** The strategies of the what-if table, in its order. */
export const usualStrategies: readonly Strategy[] = [
  { kind: 'maxUnavailable', value: 1 },
  { kind: 'maxUnavailable', value: '10%' },
  { kind: 'maxUnavailable', value: '25%' },
  { kind: 'maxUnavailable', value: '100%' },
  { kind: 'maxSurge', value: 1 },
  { kind: 'maxSurge', value: '10%' },
  { kind: 'onDelete' },
];

/** spec.updateStrategy of a strategy, as one would write it. */
export function strategyJson(strategy: Strategy): JsonObject {
  if (strategy.kind === 'onDelete') return { type: 'OnDelete' };
  const rollingUpdate = strategy.kind === 'maxSurge' ? { maxSurge: strategy.value, maxUnavailable: 0 } : { maxUnavailable: strategy.value };
  return { type: 'RollingUpdate', rollingUpdate };
}

/** The strategy a manifest has, defaults filled in. */
export function strategyIn(manifest: JsonObject): Strategy {
  const strategy = at(manifest, 'spec', 'updateStrategy');
  if (at(strategy, 'type') === 'OnDelete') return { kind: 'onDelete' };
  const surge = intOrPercent(at(strategy, 'rollingUpdate', 'maxSurge'), 0);
  if (surge !== 0 && surge !== '0%') return { kind: 'maxSurge', value: surge };
  return { kind: 'maxUnavailable', value: intOrPercent(at(strategy, 'rollingUpdate', 'maxUnavailable'), 1) };
}

/** Whether two strategies do the same to `nodes` nodes. */
export function sameEffect(a: Strategy, b: Strategy, nodes: number): boolean {
  if (a.kind === 'onDelete' || b.kind === 'onDelete') return a.kind === b.kind;
  return a.kind === b.kind && scaledValue(a.value, nodes, 'up') === scaledValue(b.value, nodes, 'up');
}

/** The same scenario with another strategy in every manifest that is applied; the baseline keeps its own. */
export function withStrategy(scenario: Scenario, strategy: Strategy): Scenario {
  const events = scenario.events.map(event => (event.do === 'apply' ? withManifest(event, strategy) : event));
  return { ...scenario, events };
}

/** What of a pod stands in the way of a second one beside it on the same node: a host port, which only one of them can have; null: nothing. */
export function surgeObstacle(manifest: JsonObject): SurgeObstacle | null {
  const spec = at(manifest, 'spec', 'template', 'spec');
  for (const list of ['initContainers', 'containers']) {
    for (const [index, container] of items(at(spec, list)).entries()) {
      const found = takenPort(container, at(spec, 'hostNetwork') === true);
      if (found !== null)
        return { kind: 'hostPort', port: found.port, path: `spec.template.spec.${list}[${index}].ports[${found.index}].${found.field}` };
    }
  }
  return null;
}

/** A device that a pod asks for: on nodes that have no second one, a second pod stays Pending. Whether they do, only a simulation tells. null: none. */
export function surgeDevice(manifest: JsonObject): SurgeDevice | null {
  const spec = at(manifest, 'spec', 'template', 'spec');
  for (const [index, container] of items(at(spec, 'containers')).entries()) {
    for (const list of ['limits', 'requests']) {
      const resources = at(container, 'resources', list);
      const device = isJsonObject(resources) ? Object.keys(resources).find(isDevice) : undefined;
      if (device !== undefined) return { resource: device, path: `spec.template.spec.containers[${index}].resources.${list}[${device}]` };
    }
  }
  return null;
}

/** Extended resources have a domain that is not Kubernetes' own. */
function isDevice(resource: string): boolean {
  return resource.includes('/') && !/(?:^|\.)kubernetes\.io\//.test(resource);
}

export interface SurgeDevice {
  readonly resource: string;
  /** Where the manifest asks for it. */
  readonly path: string;
}

export interface SurgeObstacle {
  readonly kind: 'hostPort';
  readonly port: number;
  /** Where the manifest says so. */
  readonly path: string;
}

/** With hostNetwork every port of a container is one of the host. */
function takenPort(
  container: JsonObject,
  hostNetwork: boolean,
): { readonly port: number; readonly index: number; readonly field: string } | null {
  for (const [index, port] of items(at(container, 'ports')).entries()) {
    const field = at(port, 'hostPort') !== undefined ? 'hostPort' : 'containerPort';
    const taken = field === 'hostPort' || hostNetwork ? at(port, field) : undefined;
    if (typeof taken === 'number' && taken > 0) return { port: taken, index, field };
  }
  return null;
}

function items(value: JsonValue | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(item => isJsonObject(item)) : [];
}

function intOrPercent(value: JsonValue | undefined, fallback: number): IntOrPercent {
  return typeof value === 'number' || typeof value === 'string' ? value : fallback;
}

function withManifest(event: ScenarioEvent & { readonly do: 'apply' }, strategy: Strategy): ScenarioEvent {
  const spec = at(event.manifest, 'spec');
  const changed = { ...(isJsonObject(spec) ? spec : {}), updateStrategy: strategyJson(strategy) };
  return { ...event, manifest: { ...event.manifest, spec: changed } };
}
