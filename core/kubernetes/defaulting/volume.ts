import type { JsonObject } from '../../base/json.ts';
import { pullPolicyOf } from './container.ts';
import { absent, each, type Fill, fills, inside, zero } from './fill.ts';
import { fillResources } from './resourceList.ts';

/** Defaults of one volume (pkg/apis/core/v1/defaults.go). A volume that says nothing of its source is an emptyDir. */
export const fillVolume: Fill = fills(
  emptyDirWithoutSource,
  inside('hostPath', absent('type', '')),
  inside('secret', absent('defaultMode', 0o644)),
  inside('configMap', absent('defaultMode', 0o644)),
  inside('downwardAPI', fills(absent('defaultMode', 0o644), each('items', fillDownwardItem))),
  inside('projected', fills(absent('defaultMode', 0o644), each('sources', fillProjection))),
  inside('iscsi', zero('iscsiInterface', 'default')),
  inside('rbd', fills(zero('pool', 'rbd'), zero('user', 'admin'), zero('keyring', '/etc/ceph/keyring'))),
  inside(
    'azureDisk',
    fills(absent('cachingMode', 'ReadWrite'), absent('kind', 'Shared'), absent('fsType', 'ext4'), absent('readOnly', false)),
  ),
  inside('scaleIO', fills(zero('storageMode', 'ThinProvisioned'), zero('fsType', 'xfs'))),
  inside('image', pullPolicyOf('pullPolicy', 'reference')),
  inside(
    'ephemeral',
    inside('volumeClaimTemplate', inside('spec', fills(absent('volumeMode', 'Filesystem'), inside('resources', fillResources)))),
  ),
);

function emptyDirWithoutSource(volume: JsonObject): JsonObject {
  return Object.keys(volume).some(field => field !== 'name') ? volume : { ...volume, emptyDir: {} };
}

function fillProjection(source: JsonObject): JsonObject {
  return fills(
    inside('serviceAccountToken', absent('expirationSeconds', 3600)),
    inside('downwardAPI', each('items', fillDownwardItem)),
  )(source);
}

function fillDownwardItem(item: JsonObject): JsonObject {
  return inside('fieldRef', zero('apiVersion', 'v1'))(item);
}
