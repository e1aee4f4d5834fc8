import { shutDown } from '../actors/shutdown.ts';
import type { Planner } from './happening.ts';
import { withNode } from './nodeFaults.ts';

export const shutdown: Planner<'shutdown'> = (world, { node }) =>
  withNode(world, node, (present, machine) => {
    if (machine.up && machine.refuses?.reason !== 'NodeShutdown') shutDown(world, machine, present);
  });
