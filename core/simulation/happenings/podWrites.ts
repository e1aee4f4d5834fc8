import type { Pod } from '../../kubernetes/objects/pod.ts';
import { readPod } from '../../kubernetes/objects/readPod.ts';
import { refusal } from '../actors/fits.ts';
import { draftOf } from '../world/podDraft.ts';
import { addPod, changePod } from '../world/store.ts';
import { lifeNamed, machineOf, nextResourceVersion, nextUid, type World, wholeSeconds } from '../world/world.ts';
import { does, type Planner, refuses } from './happening.ts';
import { relabelled } from './nodeFaults.ts';
import { withPod } from './podFaults.ts';

/**
 * A pod of no DaemonSet, as `kubectl run` makes one.
 *
 * Assumption: the scheduler takes the first node in order of name on which the pod fits when it is made; one that fits nowhere stays Pending.
 */
export const addPlainPod: Planner<'addPod'> = (world, { manifest }) => {
  const read = readPod(manifest);
  if (!read.ok) return refuses(read.problems.map(problem => problem.message).join('; '));
  const { namespace, name } = read.value;
  if (lifeNamed(world, namespace, name) !== undefined) return refuses(`pods "${name}" already exists`);
  return does(() => {
    const pod = draftOf({
      ...read.value,
      ...{ uid: nextUid(world), createdAt: wholeSeconds(world.now), resourceVersion: nextResourceVersion(world), owner: null },
      ...{ phase: 'Pending', ready: null, reason: '', message: '', podIp: '', initContainerStatuses: [], containerStatuses: [] },
    });
    pod.targetNode = pod.nodeName || placeFor(world, pod);
    addPod(world, pod);
  });
};

function placeFor(world: World, pod: Pod): string {
  const names = [...world.nodes.values()]
    .filter(node => refusal(world, pod, node, machineOf(world, node.name).pods) === null)
    .map(node => node.name);
  return names.sort()[0] ?? '';
}

/** `kubectl label pod --overwrite`: a pod that no longer matches its DaemonSet's selector is let go, and one that does is taken up. */
export const labelPod: Planner<'labelPod'> = (world, { pod: target, labels }) =>
  withPod(world, target, true, life => {
    const after = draftOf(life.pod);
    after.labels = relabelled(life.pod.labels, labels);
    after.resourceVersion = nextResourceVersion(world);
    changePod(world, life, after);
  });
