import { does, type Planner } from './happening.ts';

/** Only the creation of pods asks for quota: those that are there stay. */
export const quota: Planner<'quota'> = (world, { namespace, pods }) =>
  does(() => {
    if (pods === null) world.quotas.delete(namespace);
    else world.quotas.set(namespace, pods);
  });
