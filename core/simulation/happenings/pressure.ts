import { beginPressure, relievePressure } from '../actors/pressure.ts';
import type { Planner } from './happening.ts';
import { withNode } from './nodeFaults.ts';

export const pressure: Planner<'pressure'> = (world, { node, resource }) =>
  withNode(world, node, (present, machine) => {
    if (machine.up && machine.pressure?.has(resource) !== true) beginPressure(world, machine, present, resource);
  });

export const relieve: Planner<'relieve'> = (world, { node }) =>
  withNode(world, node, (_present, machine) => {
    if (machine.pressure !== null && machine.pressure.size > 0) relievePressure(world, machine);
  });
