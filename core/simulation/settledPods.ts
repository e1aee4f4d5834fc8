import { placeOn } from '../controller/placement.ts';
import { newPodLabels } from '../controller/templateGeneration.ts';
import type { DaemonSet, DaemonSetStatus } from '../kubernetes/objects/daemonSet.ts';
import type { Instant, Labels } from '../kubernetes/objects/meta.ts';
import type { Node } from '../kubernetes/objects/node.ts';
import type { ContainerState, ContainerStatus, Pod } from '../kubernetes/objects/pod.ts';
import type { Container, PodSpec } from '../kubernetes/objects/podTemplate.ts';
import { imageBehaviour } from './actors/containerStep.ts';
import { keepImage } from './actors/images.ts';
import { providerFailed } from './actors/virtualKubelet.ts';
import { podModel } from './world/newPod.ts';
import { podIp } from './world/podIp.ts';
import { newPodName } from './world/podNames.ts';
import { addPod } from './world/store.ts';
import { machineOf, nextResourceVersion, nextUid, type World } from './world/world.ts';

/** Adds one pod on each node that should run the DaemonSet, Ready where the machine is up, and returns the status that goes with them. */
export function addSettledPods(world: World, daemonSet: DaemonSet, hash: string): DaemonSetStatus {
  const { spec, tolerations } = podModel(world, daemonSet);
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
    addPod(world, settledPod(world, daemonSet, node, labels, createdAt, machine.virtual ? notRun : partsAt(createdAt, runs)));
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
type SettledParts = Pick<Pod, 'phase' | 'reason' | 'message' | 'ready' | 'initContainerStatuses' | 'containerStatuses'>;

const notRun: SettledParts = { ...providerFailed, ready: null, initContainerStatuses: [], containerStatuses: [] };

/**
 * A pod as it is days after its creation. Written out here, in the shape of podDraft.ts, and not made of a new pod: these live for long, most new ones
 * only until their next version, and engines learn from where an object is made how long it will live.
 */
function settledPod(world: World, daemonSet: DaemonSet, node: Node, labels: Labels, createdAt: Instant, parts: SettledParts): Pod {
  const { namespace, annotations, owner, spec, tolerations } = podModel(world, daemonSet);
  const name = newPodName(world, namespace, daemonSet.name);
  const uid = nextUid(world);
  return {
    namespace,
    name,
    uid,
    labels,
    annotations,
    createdAt,
    deletedAt: null,
    owner,
    resourceVersion: nextResourceVersion(world),
    spec,
    tolerations,
    nodeName: node.name,
    targetNode: node.name,
    phase: parts.phase,
    reason: parts.reason,
    message: parts.message,
    ready: parts.ready,
    initContainerStatuses: parts.initContainerStatuses,
    containerStatuses: parts.containerStatuses,
    gracePeriodSeconds: 0,
    podIp: parts === notRun ? '' : podIp(uid, spec, node),
  };
}

function settledParts(spec: PodSpec, createdAt: Instant, ready: boolean): SettledParts {
  const running: ContainerState = { kind: 'running', startedAt: createdAt };
  const done: ContainerState = { kind: 'terminated', exitCode: 0, reason: 'Completed', finishedAt: createdAt };
  const status = (name: string, state: ContainerState): ContainerStatus => {
    return { name, ready, started: true, restartCount: 0, state, lastFinishedAt: null };
  };
  return {
    phase: 'Running',
    reason: '',
    message: '',
    ready: { ready, since: createdAt },
    initContainerStatuses: spec.initContainers.map(container => status(container.name, container.sidecar ? running : done)),
    containerStatuses: spec.containers.map(container => status(container.name, running)),
  };
}
