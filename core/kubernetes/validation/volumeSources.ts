import { reviewEphemeral } from './volumes/claimTemplate.ts';
import { reviewAzureDisk, reviewDiskPartition } from './volumes/cloudDisks.ts';
import { reviewCsi, reviewFlexVolume, reviewImage, reviewStorageOs } from './volumes/drivers.ts';
import { reviewConfigMap, reviewDownwardApi, reviewSecret } from './volumes/files.ts';
import { reviewIscsi, reviewIscsiLength } from './volumes/iscsi.ts';
import { reviewEmptyDir, reviewGitRepo, reviewHostPath } from './volumes/local.ts';
import { reviewFibreChannel, reviewFlocker, reviewNfs, reviewQuobyte } from './volumes/network.ts';
import { reviewProjected } from './volumes/projected.ts';
import { requires, requiresList } from './volumes/requires.ts';
import type { VolumeSource } from './volumes/volumeSource.ts';

/** All kinds in the order in which the server counts them (validateVolumeSource). */
export const volumeSources: readonly VolumeSource[] = [
  { field: 'emptyDir', review: reviewEmptyDir },
  { field: 'hostPath', review: reviewHostPath },
  { field: 'gitRepo', review: reviewGitRepo },
  { field: 'gcePersistentDisk', shown: 'persistentDisk', review: reviewDiskPartition('pdName') },
  { field: 'awsElasticBlockStore', review: reviewDiskPartition('volumeID') },
  { field: 'secret', review: reviewSecret },
  { field: 'nfs', review: reviewNfs },
  { field: 'iscsi', review: reviewIscsi, reviewAlways: reviewIscsiLength },
  { field: 'glusterfs', review: requires('endpoints', 'path') },
  { field: 'flocker', review: reviewFlocker },
  { field: 'persistentVolumeClaim', review: requires('claimName') },
  { field: 'rbd', review: requiresList('monitors', 'image') },
  { field: 'cinder', review: requires('volumeID', 'secretRef.name') },
  { field: 'cephfs', shownTwice: 'cephFS', review: requiresList('monitors') },
  { field: 'quobyte', review: reviewQuobyte },
  { field: 'downwardAPI', shownTwice: 'downwarAPI', review: reviewDownwardApi },
  { field: 'fc', review: reviewFibreChannel },
  { field: 'flexVolume', review: reviewFlexVolume },
  { field: 'configMap', review: reviewConfigMap },
  { field: 'azureFile', review: requires('secretName', 'shareName') },
  { field: 'vsphereVolume', review: requires('volumePath') },
  { field: 'photonPersistentDisk', review: requires('pdID') },
  { field: 'portworxVolume', review: requires('volumeID') },
  { field: 'azureDisk', review: reviewAzureDisk },
  { field: 'storageos', review: reviewStorageOs },
  { field: 'projected', review: reviewProjected },
  { field: 'scaleIO', review: requires('gateway', 'system', 'volumeName') },
  { field: 'csi', review: reviewCsi },
  { field: 'ephemeral', review: reviewEphemeral },
  { field: 'image', review: reviewImage },
];
