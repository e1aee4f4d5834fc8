import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import { atLeast, type KubernetesVersion } from '../versions.ts';

/** Since when the server keeps a field of the pod's spec without anyone switching a feature gate; null: not yet. Before, it drops the field without a word. */
type Gated = readonly [path: string, since: KubernetesVersion | null];

const containerLists: readonly string[] = ['initContainers', 'containers', 'ephemeralContainers'];

const ofContainers: readonly Gated[] = [
  ['lifecycle.postStart.sleep', '1.30'],
  ['lifecycle.preStop.sleep', '1.30'],
  ['lifecycle.stopSignal', null],
  ['resizePolicy', '1.33'],
  ['resources.claims', '1.34'],
  ['volumeMounts[].recursiveReadOnly', '1.31'],
  ['env[].valueFrom.fileKeyRef', '1.35'],
  ['restartPolicyRules', '1.35'],
];

const terms = ['required', 'preferred'].flatMap(when =>
  ['podAffinity', 'podAntiAffinity'].map(
    kind => `affinity.${kind}.${when}DuringSchedulingIgnoredDuringExecution[]${when === 'required' ? '' : '.podAffinityTerm'}`,
  ),
);

const gated: readonly Gated[] = [
  ...containerLists.flatMap(list => ofContainers.map(([path, since]): Gated => [`${list}[].${path}`, since])),
  ...terms.flatMap((term): Gated[] => [
    [`${term}.matchLabelKeys`, '1.31'],
    [`${term}.mismatchLabelKeys`, '1.31'],
  ]),
  ['hostUsers', '1.33'],
  ['hostnameOverride', '1.35'],
  ['resourceClaims', '1.34'],
  ['resources', '1.34'],
  ['schedulingGroup', null],
  ['workloadRef', null],
  ['securityContext.supplementalGroupsPolicy', '1.33'],
  ['securityContext.seLinuxChangePolicy', '1.33'],
  ['volumes[].projected.sources[].clusterTrustBundle', '1.37'],
  ['volumes[].projected.sources[].podCertificate', '1.37'],
  ['volumes[].ephemeral.volumeClaimTemplate.spec.volumeAttributesClassName', '1.34'],
];

/**
 * A pod's spec without what a server of this version drops, all its feature gates at their defaults (pkg/api/pod, DropDisabledTemplateFields). `keepPlaces`: no entry
 * of a list goes, so that the indexes of the others stay those of the text.
 */
export function dropDisabledFields(spec: JsonObject, version: KubernetesVersion, keepPlaces = false): JsonObject {
  const off = gated.filter(([, since]) => since === null || !atLeast(version, since));
  const dropped = off.reduce((rest, [path]) => drop(rest, path.split('.')), eachContainer(spec, dropLoneStopSignal));
  const mounted = atLeast(version, '1.33') ? dropped : eachContainer(dropped, resetProcMount);
  const restarts = atLeast(version, '1.34') && !atLeast(version, '1.35') ? dropRestartPolicies(mounted) : mounted;
  return atLeast(version, '1.35') ? restarts : dropImageVolumes(restarts, keepPlaces);
}

function drop(object: JsonObject, steps: readonly string[]): JsonObject {
  const [step = '', ...rest] = steps;
  const field = step.replace('[]', '');
  const value = member(object, field);
  if (value === undefined) return object;
  if (rest.length === 0) return without(object, field);
  const inner = (one: JsonValue): JsonValue => (isJsonObject(one) ? drop(one, rest) : one);
  const changed = isJsonArray(value) ? value.map(inner) : inner(value);
  return { ...object, [field]: changed };
}

function without(object: JsonObject, field: string): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== field));
}

/** Old servers do not drop `procMount`, they set it to its default. */
function resetProcMount(container: JsonObject): JsonObject {
  const context = member(container, 'securityContext');
  if (!isJsonObject(context) || member(context, 'procMount') === undefined) return container;
  return { ...container, securityContext: { ...context, procMount: 'Default' } };
}

/** Hooks that were nothing but the dropped signal are dropped as well. */
function dropLoneStopSignal(container: JsonObject): JsonObject {
  const lifecycle = member(container, 'lifecycle');
  const lone = isJsonObject(lifecycle) && Object.keys(lifecycle).join() === 'stopSignal';
  return lone ? without(container, 'lifecycle') : container;
}

/** A volume that is an image is dropped whole, and with it whatever mounts it. */
function dropImageVolumes(spec: JsonObject, keepPlaces: boolean): JsonObject {
  const volumes = member(spec, 'volumes');
  if (!isJsonArray(volumes)) return spec;
  const isImage = (volume: JsonValue): boolean => member(volume, 'image') !== undefined;
  const names = volumes.filter(isImage).map(volume => member(volume, 'name'));
  if (names.length === 0) return spec;
  if (keepPlaces)
    return { ...spec, volumes: volumes.map(volume => (isImage(volume) ? { name: member(volume, 'name') ?? '', emptyDir: {} } : volume)) };
  const unmounted = eachContainer(spec, container => {
    const mounts = member(container, 'volumeMounts');
    return isJsonArray(mounts) ? { ...container, volumeMounts: mounts.filter(mount => !names.includes(member(mount, 'name'))) } : container;
  });
  return { ...unmounted, volumes: volumes.filter(volume => !isImage(volume)) };
}

function eachContainer(spec: JsonObject, change: (container: JsonObject) => JsonObject): JsonObject {
  const changed = containerLists.flatMap(field => {
    const list = member(spec, field);
    return isJsonArray(list) ? [[field, list.map(one => (isJsonObject(one) ? change(one) : one))] as const] : [];
  });
  return { ...spec, ...Object.fromEntries(changed) };
}

/** 1.34 knows restart policies of containers, but keeps only `Always` of an init container. */
function dropRestartPolicies(spec: JsonObject): JsonObject {
  const strip = (list: JsonValue | undefined, keep: string | null): JsonValue | undefined =>
    isJsonArray(list)
      ? list.map(one => (isJsonObject(one) && member(one, 'restartPolicy') !== keep ? without(one, 'restartPolicy') : one))
      : list;
  const main = strip(member(spec, 'containers'), null);
  const init = strip(member(spec, 'initContainers'), 'Always');
  const late = strip(member(spec, 'ephemeralContainers'), null);
  return {
    ...spec,
    ...(main !== undefined && { containers: main }),
    ...(init !== undefined && { initContainers: init }),
    ...(late !== undefined && { ephemeralContainers: late }),
  };
}
