import type { Suite } from '../suite.ts';
import { controllerDecisions } from './controllerDecisions.ts';
import { controllerGuard } from './controllerGuard.ts';
import { controllerPlacement } from './controllerPlacement.ts';
import { controllerPodSpecs } from './controllerPodSpecs.ts';
import { controllerTimelines } from './controllerTimelines.ts';
import { controllerUnits } from './controllerUnits.ts';
import { controllerVersions } from './controllerVersions.ts';
import { defaulting } from './defaulting.ts';
import { kubectlDenials } from './kubectlDenials.ts';
import { kubectlFiles } from './kubectlFiles.ts';
import { kubectlReplay } from './kubectlReplay.ts';
import { clientRequests, discoveryDocuments, kubectlRequests } from './kubectlRequests.ts';
import { kubectlTables } from './kubectlTables.ts';
import { kubectlWatches } from './kubectlWatches.ts';
import { kubernetesUnits } from './kubernetesUnits.ts';
import { labelSelectorUnits } from './labelSelectorUnits.ts';
import { patchUnits } from './patchUnits.ts';
import { validation } from './validation.ts';
import { validationApply } from './validationApply.ts';
import { validationEditor } from './validationEditor.ts';
import { validationText } from './validationText.ts';
import { validationVersions } from './validationVersions.ts';

/** All suites, in the order in which they run. */
export const suites: readonly Suite[] = [
  controllerDecisions,
  controllerPlacement,
  controllerPodSpecs,
  controllerUnits,
  controllerVersions,
  controllerTimelines,
  controllerGuard,
  validation,
  validationApply,
  validationEditor,
  validationText,
  validationVersions,
  defaulting,
  kubernetesUnits,
  labelSelectorUnits,
  patchUnits,
  kubectlRequests,
  clientRequests,
  discoveryDocuments,
  kubectlTables,
  kubectlDenials,
  kubectlReplay,
  kubectlWatches,
  kubectlFiles,
];
