import { refuse } from '../request.ts';
import { notImplemented } from '../status.ts';
import type { Writer } from './writer.ts';

/** Pods come from DaemonSets; a client cannot make or change one yet. */
export const podWriter: Writer = {
  create: () => refuse(notImplemented('the simulation makes pods from DaemonSets only: a pod of your own cannot be created')),
  update: () => refuse(notImplemented('the simulation does not change pods by hand: delete the pod, or edit its DaemonSet')),
};
