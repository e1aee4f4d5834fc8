import { at, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import { formatPath, jsonPathOf } from '../../kubernetes/fieldError.ts';
import { judgeDaemonSet } from '../../kubernetes/judge.ts';
import { applyStrategicMerge } from '../../kubernetes/patch/strategicMerge.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import { comesFrom, complainAt, isDaemonSet, objectsOf, type Reading, textOf } from './reading.ts';

type Path = readonly (string | number)[];

/** The manifest that a value of a scenario file stands for. `part`: its place in the scenario. null: not known, or a problem that has been told. */
export function readManifest(reading: Reading, value: JsonValue, path: Path, part: Path, preferred: string | null): JsonObject | null {
  if (typeof value !== 'string' && !isJsonObject(value)) return null;
  if (isJsonObject(value) && !isReference(value)) {
    comesFrom(reading, part, path);
    return value;
  }
  const file = typeof value === 'string' ? value : textOf(value, 'file', '');
  const place = typeof value === 'string' ? path : [...path, 'file'];
  const objects = objectsOf(reading, file, place);
  comesFrom(reading, part, place, file);
  return objects === null
    ? null
    : choose(reading, objects, typeof value === 'string' ? preferred : textOf(value, 'name', null), place, file);
}

/** `{ file, name }`, and no DaemonSet. */
function isReference(value: JsonObject): boolean {
  return Object.hasOwn(value, 'file') && !Object.hasOwn(value, 'spec');
}

function choose(reading: Reading, objects: readonly JsonObject[], name: string | null, path: Path, file: string): JsonObject | null {
  const all = objects.filter(isDaemonSet);
  const named = name === null ? all : all.filter(one => at(one, 'metadata', 'name') === name);
  const [only, second] = named.length === 0 && all.length === 1 ? all : named;
  if (only !== undefined && second === undefined) return only;
  const names = all.map(one => String(at(one, 'metadata', 'name'))).join(', ');
  const message =
    all.length === 0 ? 'holds no DaemonSet of apps/v1' : `holds several DaemonSets (${names}): write { file: ${file}, name: … }`;
  complainAt(reading, path, `${file} ${message}`, file);
  return null;
}

/** What is applied at 0s: a manifest, or the baseline with a patch. */
export function readEdit(reading: Reading, value: JsonValue, baseline: JsonObject | null, preferred: string | null): JsonObject | null {
  const patch = member(value, 'patch');
  if (!isJsonObject(patch)) return readManifest(reading, value, ['edit'], ['events', 0, 'manifest'], preferred);
  comesFrom(reading, ['events', 0, 'manifest'], ['edit']);
  if (baseline === null) {
    if (!reading.partial) complainAt(reading, ['edit', 'patch'], 'there is no baseline that it could change', patch);
    return null;
  }
  const patched = applyStrategicMerge(baseline, patch);
  if (patched.ok) return patched.value;
  complainAt(reading, ['edit', 'patch'], patched.error, patch);
  return null;
}

/** Tells what the API server would refuse of a manifest that stands in the scenario file. */
export function judgeManifest(
  reading: Reading,
  part: Path,
  manifest: JsonObject,
  old: JsonObject | null,
  version: KubernetesVersion,
): void {
  const origin = reading.origins.get(part.join('/'));
  if (origin === undefined) return;
  const { errors } = judgeDaemonSet(manifest, old === null ? { version } : { version, old });
  for (const error of errors) {
    const where = origin.file === '' ? [...origin.path, ...jsonPathOf(error.at ?? error.path)] : origin.path;
    const text = [origin.file, formatPath(error.path), error.message].filter(piece => piece !== '').join(': ');
    complainAt(reading, where, text, error.value);
  }
}
