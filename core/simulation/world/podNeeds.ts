import type { Container, ContainerPort, PodSpec, ResourceList } from '../../kubernetes/objects/podTemplate.ts';

/** What a pod takes of its node. */
export interface PodNeeds {
  readonly cpuMilli: number;
  readonly memoryBytes: number;
  readonly extended: ReadonlyMap<string, number>;
  readonly hostPorts: readonly ContainerPort[];
}

/** The sum over main containers and sidecars, or one init container's where that is more (resourcehelper.PodRequests, without overhead). */
export function podNeeds(spec: PodSpec): PodNeeds {
  const lasting = [...spec.initContainers.filter(container => container.sidecar), ...spec.containers];
  const passing = spec.initContainers.filter(container => !container.sidecar);
  const names = new Set([...lasting, ...passing].flatMap(container => Object.keys(container.requests.extended)));
  const most = (amount: (requests: ResourceList) => number): number =>
    Math.max(sum(lasting, amount), ...passing.map(container => amount(container.requests)));
  return {
    cpuMilli: most(requests => requests.cpuMilli),
    memoryBytes: most(requests => requests.memoryBytes),
    extended: new Map([...names].map(name => [name, most(requests => requests.extended[name] ?? 0)])),
    hostPorts: lasting.flatMap(container => hostPorts(container, spec.hostNetwork)),
  };
}

function sum(containers: readonly Container[], amount: (requests: ResourceList) => number): number {
  return containers.reduce((total, container) => total + amount(container.requests), 0);
}

/** With hostNetwork every container port is a host port (core/v1 defaults of pods). */
function hostPorts(container: Container, hostNetwork: boolean): readonly ContainerPort[] {
  return container.ports
    .map(port => (hostNetwork && port.hostPort === 0 ? { ...port, hostPort: port.containerPort } : port))
    .filter(port => port.hostPort > 0);
}
