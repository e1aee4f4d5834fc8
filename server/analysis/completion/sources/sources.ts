import type { ValueSource } from '../valueSource.ts';
import { capabilityNames } from './capabilities.ts';
import { clusterLabelKeys, clusterLabelValues, clusterTaintKeys, clusterTaintValues } from './clusterNodes.ts';
import { containerNames } from './containers.ts';
import { downwardPaths } from './downwardApi.ts';
import { hostPaths } from './hostPaths.ts';
import { labelKeys, labelValues } from './labels.ts';
import { objectKeys, objectNames } from './namedObjects.ts';
import { nodeLabelKeys, nodeLabelValues } from './nodeLabels.ts';
import { usualNumbers } from './numbers.ts';
import { portNames } from './ports.ts';
import { quantities, resourceNames } from './resources.ts';
import { schemaValues } from './schemaValues.ts';
import { taintKeys } from './taints.ts';
import { usualTexts } from './texts.ts';
import { mountedVolumes, volumeNames } from './volumes.ts';

/** Where values of fields come from. */
export const valueSources: readonly ValueSource[] = [
  schemaValues,
  labelValues,
  volumeNames,
  mountedVolumes,
  portNames,
  objectNames,
  objectKeys,
  containerNames,
  downwardPaths,
  clusterTaintKeys,
  clusterTaintValues,
  taintKeys,
  clusterLabelKeys,
  clusterLabelValues,
  nodeLabelKeys,
  nodeLabelValues,
  capabilityNames,
  hostPaths,
  quantities,
  usualNumbers,
  usualTexts,
];

/** Where keys of maps come from. */
export const keySources: readonly ValueSource[] = [labelKeys, clusterLabelKeys, nodeLabelKeys, resourceNames];
