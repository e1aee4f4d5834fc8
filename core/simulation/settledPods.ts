import { placeOn } from '../controller/placement.ts';
import { newPodLabels } from '../controller/templateGeneration.ts';
import type { DaemonSet, DaemonSetStatus } from '../kubernetes/objects/daemonSet.ts';
import type { Instant } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { ContainerState, ContainerStatus, ReadyCondition } from '../kubernetes/objects/pod.ts';
import type { Container, PodSpec } from '../kubernetes/objects/podTemplate.ts';
import { daemonPodTolerations } from '../kubernetes/taints.ts';
import { imageBehaviour } from './actors/containerStep.ts';
import { keepImage } from './actors/images.ts';
import { providerFailed } from './actors/virtualKubelet.ts';
import { newPod } from './world/newPod.ts';
import type { PodDraft } from './world/podDraft.ts';
import { podIp } from './world/podIp.ts';
import { addPod } from './world/store.ts';
import { machineOf, type World } from './world/world.ts';

/** Adds one pod on each node that should run the DaemonSet, Ready where the machine is up, and returns the status that goes with them. */
export function addSettledPods(world: World, daemonSet: DaemonSet, hash: string): DaemonSetStatus {
  const { spec } = daemonSet.spec.template;
  const tolerations = daemonPodTolerations(spec);
  const labels = newPodLabels(daemonSet, hash);
  const images = [...spec.initContainers, ...spec.containers].map(container => container.image);
  const healthy = !spec.containers.some(container => isNeverReady(world, container));
  const known = new Map<string, SettledParts>();
  const partsAt = (createdAt: Instant, up: boolean): SettledParts => {
    const key = `${createdAt} ${up}`;
    const parts = known.get(key) ?? settledParts(spec, createdAt, up);
    known.set(key, parts);
    return parts;
  };
  let desired = 0;
  let ready = 0;
  for (const node of world.nodes.values()) {
    if (!placeOn(node, spec, tolerations).shouldRun) continue;
    desired++;
    const machine = machineOf(world, node.name);
    const runs = machine.up && !machine.virtual && healthy;
    if (runs) ready++;
    // Its DaemonSet's creation or its node's, whichever came later.
    const createdAt = Math.max(node.createdAt, daemonSet.createdAt);
    const pod = newPod(world, { daemonSet, targetNode: node.name, labels });
    pod.createdAt = createdAt;
    pod.nodeName = node.name;
    if (machine.virtual) Object.assign(pod, providerFailed);
    else settlePod(pod, node, partsAt(createdAt, runs));
    addPod(world, pod);
    for (const image of images) keepImage(world, machine, image);
  }
  return {
    desiredNumberScheduled: desired,
    currentNumberScheduled: desired,
    numberReady: ready,
    updatedNumberScheduled: desired,
    numberAvailable: ready,
    numberUnavailable: desired - ready,
    numberMisscheduled: 0,
    observedGeneration: daemonSet.generation,
    collisionCount: null,
  };
}

/** A container whose probes have never passed, by what the scenario says of its image: not in all the days before either. */
function isNeverReady(world: World, { image, readinessProbe, startupProbe }: Container): boolean {
  return imageBehaviour(world, image).neverReady && (readinessProbe !== null || startupProbe !== null);
}

/** What all pods of a DaemonSet share that were made at the same instant and are alike Ready. */
interface SettledParts {
  readonly ready: ReadyCondition;
  readonly initContainerStatuses: readonly ContainerStatus[];
  readonly containerStatuses: readonly ContainerStatus[];
}

/** Makes of a new pod one as it is days after its creation. */
function settlePod(pod: PodDraft, node: Node, parts: SettledParts): void {
  pod.ready = parts.ready;
  pod.initContainerStatuses = parts.initContainerStatuses;
  pod.containerStatuses = parts.containerStatuses;
  pod.podIp = podIp(pod, node);
  pod.phase = 'Running';
}

function settledParts(spec: PodSpec, createdAt: Instant, ready: boolean): SettledParts {
  const running: ContainerState = { kind: 'running', startedAt: createdAt };
  const done: ContainerState = { kind: 'terminated', exitCode: 0, reason: 'Completed', finishedAt: createdAt };
  const status = (name: string, state: ContainerState): ContainerStatus => {
    return { name, ready, started: true, restartCount: 0, state, lastFinishedAt: null };
  };
  return {
    ready: { ready, since: createdAt },
    initContainerStatuses: spec.initContainers.map(container => status(container.name, container.sidecar ? running : done)),
    containerStatuses: spec.containers.map(container => status(container.name, running)),
  };
}
