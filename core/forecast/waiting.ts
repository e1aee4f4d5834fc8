import { createRandom } from '../base/random.ts';
import type { ApiResult, ControllerApi } from '../controller/api.ts';
import { createController, explainWaiting, observe, runSync } from '../controller/controller.ts';
import { controllerProfile } from '../controller/profile.ts';
import type { WaitingNode } from '../controller/reasons.ts';
import { type Instant, objectKey } from '../kubernetes/objects/meta.ts';
import { daemonSetsAt, nodesAt, podsAt, revisionsAt, type Timeline } from '../simulation/timeline.ts';
import { type DaemonSetName, isNamed } from './subject.ts';

/**
 * The nodes on which a rollout is not finished at an instant, and why: what the controller would say that had just been started on the
 * objects of that moment. Its memory of back-offs and of requests under way is not part of it.
 */
export function waitingAt(timeline: Timeline, subject: DaemonSetName, at: Instant): readonly WaitingNode[] {
  const controller = createController(controllerProfile(timeline.scenario.kubernetesVersion), createRandom(timeline.scenario.seed));
  for (const node of nodesAt(timeline, at)) observe(controller, { kind: 'Node', before: null, after: node }, at);
  for (const daemonSet of daemonSetsAt(timeline, at).filter(one => isNamed(one, subject))) {
    observe(controller, { kind: 'DaemonSet', before: null, after: daemonSet }, at);
  }
  for (const revision of revisionsAt(timeline, at)) observe(controller, { kind: 'ControllerRevision', before: null, after: revision }, at);
  for (const pod of podsAt(timeline, at)) {
    if (pod.namespace === subject.namespace) observe(controller, { kind: 'Pod', before: null, after: pod }, at);
  }
  // One sync, which learns the current revision; all it would change is refused.
  runSync(controller, refusingApi, at);
  return explainWaiting(controller, objectKey(subject), at);
}

function refuse(): ApiResult<never> {
  return { ok: false, error: { kind: 'Failed', message: '' } };
}

const refusingApi: ControllerApi = {
  createPod: refuse,
  deletePod: refuse,
  patchPodOwner: refuse,
  patchPodLabels: refuse,
  createRevision: refuse,
  updateRevision: refuse,
  patchRevisionOwner: refuse,
  deleteRevision: refuse,
  getDaemonSet: refuse,
  getRevision: refuse,
  updateDaemonSetStatus: refuse,
  wantsEvents: false,
  emitEvent: () => {},
};
