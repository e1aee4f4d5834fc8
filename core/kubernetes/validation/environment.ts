import type { JsonObject } from '../../base/json.ts';
import type { FieldPath } from '../fieldError.ts';
import { child, indexed } from '../fieldPath.ts';
import { dnsLabelProblems, dnsSubdomainProblems, maskTrailingDash } from '../names/dns.ts';
import { configMapKeyProblems, envNameProblems, strictEnvNameProblems } from '../names/keys.ts';
import { atLeast } from '../versions.ts';
import { environmentFields, reviewFieldRef, reviewResourceFieldRef } from './fieldRefs.ts';
import { reviewNoBacksteps } from './filePath.ts';
import { has, objectOf, objectsOf, partOf, textOf } from './read.ts';
import { invalid, invalidEach, type Review, required } from './review.ts';

/** The environment of a container (core validation, ValidateEnv and ValidateEnvFrom). */
export function reviewEnvironment(review: Review, container: JsonObject, path: FieldPath): void {
  objectsOf(container, 'env').forEach((variable, index) => {
    reviewVariable(review, variable, indexed(child(path, 'env'), index));
  });
  objectsOf(container, 'envFrom').forEach((source, index) => {
    reviewSource(review, source, child(path, 'envFrom'), indexed(child(path, 'envFrom'), index));
  });
}

function reviewVariable(review: Review, variable: JsonObject, path: FieldPath): void {
  const name = textOf(variable, 'name');
  if (name === '') required(review, child(path, 'name'));
  else invalidEach(review, child(path, 'name'), name, nameProblems(review, name));
  const source = objectOf(variable, 'valueFrom');
  if (source !== null) reviewValueFrom(review, source, textOf(variable, 'value'), child(path, 'valueFrom'));
}

/** Any printable name is allowed since 1.32 (RelaxedEnvironmentVariableValidation). */
function nameProblems(review: Review, name: string): readonly string[] {
  return atLeast(review.version, '1.32') ? envNameProblems(name) : strictEnvNameProblems(name);
}

const sources: readonly string[] = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];

function reviewValueFrom(review: Review, source: JsonObject, value: string, path: FieldPath): void {
  const present = sources.filter(kind => has(source, kind));
  for (const kind of present) reviewRef(review, kind, partOf(source, kind), child(path, kind));
  if (present.length === 0) invalid(review, path, '', `must specify one of: ${oneOfSources(review)}`);
  else if (value !== '') invalid(review, path, '', 'may not be specified when `value` is not empty');
  else if (present.length > 1) invalid(review, path, '', 'may not have more than one field specified at a time');
}

function oneOfSources(review: Review): string {
  const known = atLeast(review.version, '1.34') ? sources : sources.slice(0, 4);
  return `${known
    .slice(0, -1)
    .map(kind => `\`${kind}\``)
    .join(', ')} or \`${known.at(-1)}\``;
}

function reviewRef(review: Review, kind: string, ref: JsonObject, path: FieldPath): void {
  switch (kind) {
    case 'fieldRef':
      reviewFieldRef(review, ref, environmentFields, path, path);
      break;
    case 'resourceFieldRef':
      reviewResourceFieldRef(review, ref, false, path, path);
      break;
    case 'fileKeyRef':
      reviewFileKey(review, ref, path);
      break;
    default:
      reviewKey(review, ref, path);
  }
}

/** A key of a ConfigMap or Secret. */
function reviewKey(review: Review, ref: JsonObject, path: FieldPath): void {
  const name = textOf(ref, 'name');
  invalidEach(review, child(path, 'name'), name, dnsSubdomainProblems(name));
  const key = textOf(ref, 'key');
  if (key === '') required(review, child(path, 'key'));
  else invalidEach(review, child(path, 'key'), key, configMapKeyProblems(key));
}

function reviewFileKey(review: Review, ref: JsonObject, path: FieldPath): void {
  const key = textOf(ref, 'key');
  const file = textOf(ref, 'path');
  if (key === '') required(review, child(path, 'key'));
  else invalidEach(review, child(path, 'key'), key, envNameProblems(key));
  const volume = textOf(ref, 'volumeName');
  if (volume === '') required(review, child(path, 'volumeName'));
  else invalidEach(review, child(path, 'volumeName'), volume, dnsLabelProblems(volume));
  if (file === '') required(review, child(path, 'path'));
  else reviewNoBacksteps(review, child(path, 'path'), file);
}

/** The server tells of the sources under the path of the whole list. */
function reviewSource(review: Review, source: JsonObject, path: FieldPath, at: FieldPath): void {
  const prefix = textOf(source, 'prefix');
  if (prefix !== '') invalidEach(review, child(at, 'prefix'), prefix, nameProblems(review, prefix));
  const present = ['configMapRef', 'secretRef'].filter(kind => has(source, kind));
  for (const kind of present) {
    const name = textOf(partOf(source, kind), 'name');
    if (name === '') required(review, child(at, kind, 'name'));
    // the server takes it for a prefix of a name
    else invalidEach(review, child(at, kind, 'name'), name, dnsSubdomainProblems(maskTrailingDash(name)));
  }
  if (present.length === 0) invalid(review, path, '', 'must specify one of: `configMapRef` or `secretRef`', at);
  else if (present.length > 1) invalid(review, path, '', 'may not have more than one field specified at a time', at);
}
