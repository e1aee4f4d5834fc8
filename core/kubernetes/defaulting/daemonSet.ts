import { isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { fillContainer } from './container.ts';
import { absent, each, type Fill, fills, inside, zero } from './fill.ts';
import { fillResources, roundedList } from './resourceList.ts';
import { fillVolume } from './volume.ts';

/** Defaults of a pod template's spec (SetDefaults_PodSpec). */
export const fillPodSpec: Fill = fills(
  zero('dnsPolicy', 'ClusterFirst'),
  zero('restartPolicy', 'Always'),
  absent('securityContext', {}),
  absent('terminationGracePeriodSeconds', 30),
  zero('schedulerName', 'default-scheduler'),
  each('volumes', fillVolume),
  each('initContainers', fillContainer),
  each('containers', fillContainer),
  each('ephemeralContainers', fillContainer),
  roundedList('overhead'),
  inside('resources', fillResources),
  mirrorServiceAccount,
);

/** Defaults of a decoded DaemonSet (pkg/apis/apps/v1/defaults.go, SetDefaults_DaemonSet). A setting of OnDelete keeps its rollingUpdate as written. */
export const fillDaemonSet: Fill = fills(
  object => ({ ...object, spec: member(object, 'spec') ?? {}, metadata: member(object, 'metadata') ?? {} }),
  inside(
    'spec',
    fills(
      absent('updateStrategy', {}),
      inside('updateStrategy', fillStrategy),
      absent('revisionHistoryLimit', 10),
      absent('template', {}),
      inside(
        'template',
        fills(absent('metadata', {}), inside('metadata', withoutOldAnnotations), absent('spec', {}), inside('spec', fillPodSpec)),
      ),
    ),
  ),
);

function fillStrategy(strategy: JsonObject): JsonObject {
  const typed = zero('type', 'RollingUpdate')(strategy);
  // what was written for a strategy that does not use it is kept, and its numbers are shown
  if (member(typed, 'type') !== 'RollingUpdate')
    return inside('rollingUpdate', fills(absent('maxUnavailable', 0), absent('maxSurge', 0)))(typed);
  return fills(absent('rollingUpdate', {}), inside('rollingUpdate', fills(absent('maxUnavailable', 1), absent('maxSurge', 0))))(typed);
}

/** `serviceAccount` is the old name of `serviceAccountName`; the server shows both. */
function mirrorServiceAccount(spec: JsonObject): JsonObject {
  const name = member(spec, 'serviceAccountName') || member(spec, 'serviceAccount');
  return name ? { ...spec, serviceAccountName: name, serviceAccount: name } : spec;
}

const oldAnnotations: readonly string[] = ['alpha', 'beta'].flatMap(stage => [
  `pod.${stage}.kubernetes.io/init-containers`,
  `pod.${stage}.kubernetes.io/init-container-statuses`,
]);

/** Annotations that held init containers before there was a field are thrown away when the object is read (dropInitContainerAnnotations). */
function withoutOldAnnotations(meta: JsonObject): JsonObject {
  const annotations = member(meta, 'annotations');
  if (!isJsonObject(annotations) || !oldAnnotations.some(name => Object.hasOwn(annotations, name))) return meta;
  return { ...meta, annotations: Object.fromEntries(Object.entries(annotations).filter(([name]) => !oldAnnotations.includes(name))) };
}
