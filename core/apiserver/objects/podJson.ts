import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { Instant } from '../../kubernetes/objects/meta.ts';
import type { Node } from '../../kubernetes/objects/node.ts';
import type { ContainerState, ContainerStatus, Pod } from '../../kubernetes/objects/pod.ts';
import { type Clock, timeText } from '../clock.ts';
import { metaJson } from './metaJson.ts';
import { podSpecJson } from './podSpecJson.ts';
import { qosClassOf } from './qosClass.ts';

/** A pod as the API server returns it. `spec` is its template's spec as JSON; `node` the node it runs on, if that is still there. */
export function podJson(pod: Pod, spec: JsonObject, node: Node | undefined, resourceVersion: number, clock: Clock): JsonObject {
  const whole = podSpecJson(pod, spec);
  const extras = { generation: pod.deletedAt === null ? 1 : 2, grace: pod.gracePeriodSeconds };
  const prefix = pod.owner === null ? {} : { generateName: `${pod.owner.name}-` };
  return {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: metaJson(pod, resourceVersion, clock, { ...prefix, ...extras }),
    spec: whole,
    status: statusJson(pod, whole, node, clock),
  };
}

function statusJson(pod: Pod, spec: JsonObject, node: Node | undefined, clock: Clock): JsonObject {
  const statuses = (list: readonly ContainerStatus[], field: string): readonly JsonObject[] =>
    list.map((one, index) => containerJson(one, imageAt(spec, field, index), clock));
  const host = node?.info.internalIp ?? '';
  return {
    phase: pod.phase,
    conditions: conditionsOf(pod, clock),
    ...(pod.message === '' ? {} : { message: pod.message }),
    ...(pod.reason === '' ? {} : { reason: pod.reason }),
    ...(host === '' ? {} : { hostIP: host, hostIPs: [{ ip: host }] }),
    ...(pod.podIp === '' ? {} : { podIP: pod.podIp, podIPs: [{ ip: pod.podIp }] }),
    ...(pod.nodeName === '' ? {} : { startTime: timeText(clock, pod.createdAt) }),
    ...(pod.initContainerStatuses.length === 0 ? {} : { initContainerStatuses: statuses(pod.initContainerStatuses, 'initContainers') }),
    ...(pod.containerStatuses.length === 0 ? {} : { containerStatuses: statuses(pod.containerStatuses, 'containers') }),
    qosClass: qosClassOf(spec),
  };
}

/** The five conditions of a pod; the model keeps the transition of Ready alone, the others are as old as what they tell. */
function conditionsOf(pod: Pod, clock: Clock): readonly JsonObject[] {
  const condition = (type: string, met: boolean, since: Instant, why: JsonObject = {}): JsonObject => {
    return { type, status: met ? 'True' : 'False', lastProbeTime: null, lastTransitionTime: timeText(clock, since), ...why };
  };
  if (pod.nodeName === '')
    return [condition('PodScheduled', false, pod.createdAt, { ...unschedulable, ...(pod.message === '' ? {} : { message: pod.message }) })];
  const started = pod.containerStatuses.some(({ state }) => state.kind !== 'waiting');
  const initialized = pod.initContainerStatuses.every(({ state, ready }) => ready || (state.kind === 'terminated' && state.exitCode === 0));
  const ready = pod.ready?.ready === true;
  const since = pod.ready?.since ?? pod.createdAt;
  const unready = pod.containerStatuses.filter(one => !one.ready).map(one => one.name);
  const why = ready ? {} : { reason: 'ContainersNotReady', message: `containers with unready status: [${unready.join(' ')}]` };
  return [
    condition('PodReadyToStartContainers', started || pod.podIp !== '', since),
    condition('Initialized', initialized, pod.createdAt),
    condition('Ready', ready, since, why),
    condition('ContainersReady', ready, since, why),
    condition('PodScheduled', true, pod.createdAt),
  ];
}

const unschedulable = { reason: 'Unschedulable' };

function containerJson(status: ContainerStatus, image: string, clock: Clock): JsonObject {
  const ended = status.lastFinishedAt;
  const last = ended !== null && status.state.kind !== 'terminated' && status.restartCount > 0;
  return {
    name: status.name,
    state: stateJson(status.state, clock),
    lastState: last ? { terminated: { exitCode: 1, reason: 'Error', startedAt: null, finishedAt: timeText(clock, ended) } } : {},
    ...{ ready: status.ready, restartCount: status.restartCount, image, imageID: '', started: status.started },
  };
}

function stateJson(state: ContainerState, clock: Clock): JsonObject {
  switch (state.kind) {
    case 'waiting':
      return { waiting: state.reason === '' ? {} : { reason: state.reason } };
    case 'running':
      return { running: { startedAt: timeText(clock, state.startedAt) } };
    case 'terminated': {
      const { exitCode, reason, finishedAt } = state;
      return { terminated: { exitCode, reason, startedAt: null, finishedAt: timeText(clock, finishedAt) } };
    }
  }
}

function imageAt(spec: JsonObject, field: string, index: number): string {
  const containers: JsonValue | undefined = member(spec, field);
  const container = isJsonArray(containers) ? containers[index] : undefined;
  const image = isJsonObject(container) ? member(container, 'image') : undefined;
  return typeof image === 'string' ? image : '';
}
