import type { Task, TaskKind } from '../world/task.ts';
import type { Happened, World } from '../world/world.ts';
import { collectDependents, collectorSees } from './garbageCollector.ts';
import { kubeletSees, stepPod } from './kubelet.ts';
import { collectPods, noticeNodeDown, recoverNode } from './nodeController.ts';
import { endPressure, evictNext } from './pressure.ts';
import { schedulerSees, tryToBind } from './scheduler.ts';
import { powerOff } from './shutdown.ts';
import { evictByTaint, taintManagerSees } from './taintManager.ts';

/** Who does which task. The kinds `scenario` and `request` are the run's own. */
export const handlers: Readonly<Record<Exclude<TaskKind, 'scenario' | 'request'>, (world: World, task: Task) => void>> = {
  bind: tryToBind,
  podStep: stepPod,
  nodeDownNotice: noticeNodeDown,
  nodeRecover: recoverNode,
  podGc: collectPods,
  taintEviction: evictByTaint,
  evictionRound: evictNext,
  pressureOver: endPressure,
  powerOff,
  ownerGc: collectDependents,
};

/** Tells the actors of a change; each looks whether it has to schedule something. */
export function actorsSee(world: World, happened: Happened): void {
  if (happened.kind !== 'Pod' && happened.kind !== 'Node') return;
  schedulerSees(world, happened);
  kubeletSees(world, happened);
  taintManagerSees(world, happened);
  if (happened.kind === 'Pod' && happened.after === null) collectorSees(world, happened.before?.owner?.uid);
}
