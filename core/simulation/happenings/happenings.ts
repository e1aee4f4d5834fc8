import type { ScenarioAction } from '../scenario.ts';
import type { World } from '../world/world.ts';
import { applyManifest, deleteDaemonSet, patchDaemonSet } from './daemonSetEdits.ts';
import { drain } from './drain.ts';
import type { ActionOf, Plan, Planner } from './happening.ts';
import { changeImage } from './imageFaults.ts';
import { acceptPods, addNode, cordon, dropNode, label, nodeDown, nodeUp, rejectPods, taint, uncordon, untaint } from './nodeFaults.ts';
import { crashPod, deleteOnePod, evictPod } from './podFaults.ts';
import { addPlainPod, labelPod } from './podWrites.ts';
import { pressure, relieve } from './pressure.ts';
import { quota } from './quota.ts';
import { shutdown } from './shutdown.ts';

/** Everything a scenario can make happen; a new one is a line here and in ScenarioAction. */
const planners: { readonly [Kind in ScenarioAction['do']]: Planner<Kind> } = {
  apply: applyManifest,
  patch: patchDaemonSet,
  deleteDaemonSet,
  deletePod: deleteOnePod,
  crashPod,
  evictPod,
  addPod: addPlainPod,
  labelPod,
  addNode,
  removeNode: dropNode,
  nodeDown,
  nodeUp,
  cordon,
  uncordon,
  taint,
  untaint,
  label,
  image: changeImage,
  rejectPods,
  acceptPods,
  drain,
  pressure,
  relieve,
  shutdown,
  quota,
};

/** What an action would do now, or why it cannot be done. Changes nothing until carried out. */
export function planAction(world: World, action: ScenarioAction): Plan {
  return planAs<ScenarioAction['do']>(world, action.do, action);
}

function planAs<Kind extends ScenarioAction['do']>(world: World, kind: Kind, action: ActionOf<Kind>): Plan {
  return planners[kind](world, action);
}
