import type { Container, ContainerPort, Probe, ResourceList } from './podTemplate.ts';
import { quantity } from './readQuantity.ts';
import { field, integer, isAbsent, list, objectAt, objectField, oneOf, requiredText, type Spot, text } from './spot.ts';

/** A container of a pod template or pod. `init`: one of spec.initContainers, where restartPolicy Always makes it a sidecar. */
export function readContainer(spot: Spot, init: boolean): Container {
  const image = text(field(spot, 'image'));
  const preStop = objectField(objectField(spot, 'lifecycle'), 'preStop');
  const sleep = objectField(preStop, 'sleep');
  return {
    name: requiredText(field(spot, 'name')),
    image,
    imagePullPolicy: readPullPolicy(field(spot, 'imagePullPolicy'), image),
    ports: list(field(spot, 'ports'), readPort),
    requests: readRequests(objectField(spot, 'resources')),
    readinessProbe: readProbe(objectField(spot, 'readinessProbe')),
    livenessProbe: readProbe(objectField(spot, 'livenessProbe')),
    startupProbe: readProbe(objectField(spot, 'startupProbe')),
    sidecar: init && text(field(spot, 'restartPolicy')) === 'Always',
    preStopSleepSeconds: isAbsent(sleep) ? null : integer(field(sleep, 'seconds'), 0),
    hasPreStop: !isAbsent(preStop),
  };
}

/** Always for `:latest` or no tag, otherwise IfNotPresent (core/v1 defaults). */
function readPullPolicy(spot: Spot, image: string): Container['imagePullPolicy'] {
  if (!isAbsent(spot) && spot.value !== '') return oneOf(spot, ['IfNotPresent', 'Always', 'Never']);
  const name = image.slice(image.lastIndexOf('/') + 1);
  return !name.includes('@') && (!name.includes(':') || name.endsWith(':latest')) ? 'Always' : 'IfNotPresent';
}

function readPort(spot: Spot): ContainerPort {
  return {
    name: text(field(spot, 'name')),
    containerPort: integer(field(spot, 'containerPort'), 0),
    hostPort: integer(field(spot, 'hostPort'), 0),
    protocol: text(field(spot, 'protocol')) || 'TCP',
    hostIp: text(field(spot, 'hostIP')),
  };
}

/** Requests; a limit without a request counts as one (core/v1 defaults). */
function readRequests(resources: Spot): ResourceList {
  const requests = objectField(resources, 'requests');
  const limits = objectField(resources, 'limits');
  const at = (name: string): Spot => (isAbsent(field(requests, name)) ? field(limits, name) : field(requests, name));
  const extended: Record<string, number> = {};
  for (const name of [...Object.keys(objectAt(limits)), ...Object.keys(objectAt(requests))]) {
    if (name.includes('/') || name.startsWith('hugepages-')) extended[name] = quantity(at(name), 0, 0);
  }
  return { cpuMilli: quantity(at('cpu'), -3, 0), memoryBytes: quantity(at('memory'), 0, 0), extended };
}

/** A probe with the API's defaults; 0 counts as not given. Null when there is none. */
function readProbe(spot: Spot): Probe | null {
  if (isAbsent(spot)) return null;
  const orDefault = (key: string, fallback: number): number => integer(field(spot, key), 0) || fallback;
  return {
    initialDelaySeconds: integer(field(spot, 'initialDelaySeconds'), 0),
    periodSeconds: orDefault('periodSeconds', 10),
    timeoutSeconds: orDefault('timeoutSeconds', 1),
    successThreshold: orDefault('successThreshold', 1),
    failureThreshold: orDefault('failureThreshold', 3),
  };
}
