import type { Suite } from '../suite.ts';
import { controllerDecisions } from './controllerDecisions.ts';
import { controllerGuard } from './controllerGuard.ts';
import { controllerPlacement } from './controllerPlacement.ts';
import { controllerPodSpecs } from './controllerPodSpecs.ts';
import { controllerTimelines } from './controllerTimelines.ts';
import { controllerUnits } from './controllerUnits.ts';
import { controllerVersions } from './controllerVersions.ts';

/** All suites, in the order in which they run. */
export const suites: readonly Suite[] = [
  controllerDecisions,
  controllerPlacement,
  controllerPodSpecs,
  controllerUnits,
  controllerVersions,
  controllerTimelines,
  controllerGuard,
];
