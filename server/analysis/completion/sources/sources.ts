import type { ValueSource } from '../valueSource.ts';
import { annotationKeys, annotationValues } from './annotations.ts';
import { capabilityNames } from './capabilities.ts';
import { clusterLabelKeys, clusterLabelValues, clusterTaintKeys, clusterTaintValues } from './clusterNodes.ts';
import { containerNames } from './containers.ts';
import { downwardPaths } from './downwardApi.ts';
import { hostPaths } from './hostPaths.ts';
import { imageNames } from './images.ts';
import { labelKeys, labelValues, matchLabelKeys } from './labels.ts';
import { mountPaths } from './mountPaths.ts';
import { objectKeys, objectNames } from './namedObjects.ts';
import { nodeFields, nodeLabelKeys, nodeLabelValues } from './nodeLabels.ts';
import { usualNumbers } from './numbers.ts';
import { portNames, probedPorts, samePort } from './ports.ts';
import { claimNames } from './resourceClaims.ts';
import { quantities, resourceNames } from './resources.ts';
import { schemaValues } from './schemaValues.ts';
import { taintKeys } from './taints.ts';
import { usualTexts } from './texts.ts';
import { mountedVolumes, volumeNames } from './volumes.ts';

/** Where values of fields come from. */
export const valueSources: readonly ValueSource[] = [
  schemaValues,
  labelValues,
  matchLabelKeys,
  volumeNames,
  mountedVolumes,
  mountPaths,
  portNames,
  probedPorts,
  samePort,
  imageNames,
  claimNames,
  objectNames,
  objectKeys,
  containerNames,
  downwardPaths,
  clusterTaintKeys,
  clusterTaintValues,
  taintKeys,
  clusterLabelKeys,
  clusterLabelValues,
  nodeFields,
  nodeLabelKeys,
  nodeLabelValues,
  annotationValues,
  capabilityNames,
  hostPaths,
  quantities,
  usualNumbers,
  usualTexts,
];

/** Where keys of maps come from. */
export const keySources: readonly ValueSource[] = [labelKeys, clusterLabelKeys, nodeLabelKeys, resourceNames, annotationKeys];
