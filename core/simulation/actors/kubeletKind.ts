import type { PodLife } from '../world/podLife.ts';
import type { Task } from '../world/task.ts';
import type { World } from '../world/world.ts';

/** How a kubelet runs pods. Each function only schedules or writes the pod it is given. */
export interface Kubelet {
  /** The pod is bound to this machine. */
  begin(world: World, life: PodLife): void;
  /** The pod is being deleted. */
  end(world: World, life: PodLife): void;
  /** The machine was down and is up again: what its pods were at begins anew. */
  resume(world: World, life: PodLife): void;
  /** A `podStep` task of this pod is due; the machine is up.  */
  step(world: World, life: PodLife, task: Task): void;
}
