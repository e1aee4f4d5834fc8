import { at, isJsonObject, type JsonObject, type JsonValue } from '../../core/base/json.ts';
import { nameOf } from '../../core/forecast/subject.ts';
import { formatPath } from '../../core/kubernetes/fieldError.ts';
import { judgeDaemonSet } from '../../core/kubernetes/judge.ts';
import type { KubernetesVersion } from '../../core/kubernetes/versions.ts';
import { WrongUse } from '../wrongUse.ts';
import { readObjects } from './readObjects.ts';

/** The one DaemonSet of a file, or the one called `name`. */
export function readManifest(path: string, name: string | undefined): JsonObject {
  const found = readObjects(path).filter(isDaemonSet);
  const wanted = name === undefined ? found : found.filter(manifest => nameOf(manifest).name === name);
  const [first, second] = wanted;
  if (first === undefined) throw new WrongUse(`${path} holds no DaemonSet of apps/v1${name === undefined ? '' : ` called ${name}`}.`);
  if (second === undefined) return first;
  const names = wanted.map(manifest => nameOf(manifest).name).join(', ');
  throw new WrongUse(`${path} holds several DaemonSets (${names}): choose one with --name.`);
}

/** Refuses what the API server would refuse, in its words. */
export function checkManifest(path: string, manifest: JsonObject, baseline: JsonObject | null, version: KubernetesVersion): void {
  const { errors } = judgeDaemonSet(manifest, baseline === null ? { version } : { version, old: baseline });
  if (errors.length === 0) return;
  const lines = errors.map(error => `${path}: ${[formatPath(error.path), error.message].filter(part => part !== '').join(': ')}`);
  throw new WrongUse(`the API server would refuse this manifest:\n${lines.join('\n')}`);
}

export function isDaemonSet(object: JsonValue): object is JsonObject {
  return isJsonObject(object) && at(object, 'kind') === 'DaemonSet' && at(object, 'apiVersion') === 'apps/v1';
}
