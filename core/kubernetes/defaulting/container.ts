import type { JsonObject } from '../../base/json.ts';
import { member } from '../../base/json.ts';
import { imageTag } from '../imageName.ts';
import { absent, each, type Fill, fills, inside, zero } from './fill.ts';
import { fillResources } from './resourceList.ts';

/** Defaults of one container, main, init or ephemeral (pkg/apis/core/v1/defaults.go, SetDefaults_Container and what hangs below). */
export const fillContainer: Fill = fills(
  pullPolicyOf('imagePullPolicy', 'image'),
  zero('terminationMessagePath', '/dev/termination-log'),
  zero('terminationMessagePolicy', 'File'),
  each('ports', zero('protocol', 'TCP')),
  each('env', inside('valueFrom', fills(inside('fieldRef', zero('apiVersion', 'v1')), inside('fileKeyRef', absent('optional', false))))),
  inside('resources', fillResources),
  inside('livenessProbe', fillProbe),
  inside('readinessProbe', fillProbe),
  inside('startupProbe', fillProbe),
  inside('lifecycle', fills(inside('postStart', inside('httpGet', fillHttpGet)), inside('preStop', inside('httpGet', fillHttpGet)))),
);

/** `Always` for an image that is, or is taken to be, `:latest`; otherwise `IfNotPresent`. */
export function pullPolicyOf(policy: string, image: string): Fill {
  return object => {
    const name = member(object, image);
    const latest = typeof name === 'string' && imageTag(name) === 'latest';
    return zero(policy, latest ? 'Always' : 'IfNotPresent')(object);
  };
}

function fillProbe(probe: JsonObject): JsonObject {
  return fills(
    zero('timeoutSeconds', 1),
    zero('periodSeconds', 10),
    zero('successThreshold', 1),
    zero('failureThreshold', 3),
    inside('httpGet', fillHttpGet),
    inside('grpc', absent('service', '')),
  )(probe);
}

function fillHttpGet(action: JsonObject): JsonObject {
  return fills(zero('path', '/'), zero('scheme', 'HTTP'))(action);
}
