import { assertNever } from '../../../core/base/assert.ts';
import { at } from '../../../core/base/json.ts';
import type { ImageBehaviour } from '../../../core/simulation/kubeletModel.ts';
import type { PodTarget, ScenarioAction } from '../../../core/simulation/scenario.ts';
import type { PanelWords } from '../words/en.ts';

/** What happens, in a few words: `pod on worker-1 deleted`. */
export function faultText(action: ScenarioAction, { faults }: PanelWords): string {
  switch (action.do) {
    case 'apply':
      return faults.applied;
    case 'patch':
      return fill(faults.patched, { name: action.daemonSet });
    case 'deleteDaemonSet':
      return fill(faults.daemonSetDeleted, { name: action.daemonSet });
    case 'deletePod':
      return fill(action.force ? faults.podForced : faults.podDeleted, { pod: podText(action.pod, faults) });
    case 'crashPod':
      return fill(faults.podCrashes, { pod: podText(action.pod, faults) });
    case 'evictPod':
      return fill(faults.podEvicted, { pod: podText(action.pod, faults) });
    case 'addPod':
      return fill(faults.podAdded, { name: String(at(action.manifest, 'metadata', 'name') ?? '') });
    case 'labelPod':
      return fill(faults.podLabelled, { pod: podText(action.pod, faults), labels: Object.keys(action.labels).join(', ') });
    case 'addNode':
      return fill(faults.nodeAdded, { node: String(at(action.node, 'metadata', 'name') ?? '') });
    case 'image':
      return fill(faults[imageFault(action.behaviour)], { image: action.image });
    case 'quota':
      return fill(action.pods === null ? faults.quotaGone : faults.quota, { namespace: action.namespace, n: String(action.pods ?? 0) });
    default:
      return nodeText(action, faults);
  }
}

type ImageFault = 'imageMissing' | 'imageCrashes' | 'imageNeverReady' | 'imageSlow' | 'imageMended';

function imageFault(behaviour: ImageBehaviour): ImageFault {
  if (behaviour.missing) return 'imageMissing';
  if (behaviour.crashAfter !== null) return 'imageCrashes';
  if (behaviour.neverReady) return 'imageNeverReady';
  return behaviour.pull === null ? 'imageMended' : 'imageSlow';
}

type FaultWords = PanelWords['faults'];
type NodeAction = Exclude<
  ScenarioAction,
  {
    readonly do:
      | 'apply'
      | 'patch'
      | 'deleteDaemonSet'
      | 'deletePod'
      | 'crashPod'
      | 'evictPod'
      | 'addPod'
      | 'labelPod'
      | 'addNode'
      | 'image'
      | 'quota';
  }
>;

function nodeText(action: NodeAction, faults: FaultWords): string {
  const { node } = action;
  switch (action.do) {
    case 'taint':
      return fill(faults.tainted, { node, taint: `${action.taint.key}:${action.taint.effect}` });
    case 'untaint':
      return fill(faults.untainted, { node, taint: `${action.key}:${action.effect}` });
    case 'label':
      return fill(faults.labelled, { node, labels: Object.keys(action.labels).join(', ') });
    case 'removeNode':
      return fill(faults.nodeRemoved, { node });
    case 'nodeDown':
    case 'nodeUp':
      return fill(faults[action.do], { node });
    case 'cordon':
      return fill(faults.cordoned, { node });
    case 'uncordon':
      return fill(faults.uncordoned, { node });
    case 'drain':
      return fill(faults.drained, { node });
    case 'pressure':
      return fill(faults.pressure, { node, resource: faults.resources[action.resource] });
    case 'relieve':
      return fill(faults.relieved, { node });
    case 'shutdown':
      return fill(faults.shutdown, { node });
    case 'rejectPods':
      return fill(faults.rejects, { node });
    case 'acceptPods':
      return fill(faults.accepts, { node });
    default:
      return assertNever(action);
  }
}

function podText(pod: PodTarget, faults: FaultWords): string {
  return 'node' in pod ? fill(faults.podOn, { node: pod.node }) : fill(faults.pod, { name: pod.name });
}

/** A value may hold braces itself: they stay as they are. */
function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}
