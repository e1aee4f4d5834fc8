import { isDeepStrictEqual } from 'node:util';
import { isJsonObject, type JsonValue, member } from '../../../core/base/json.ts';
import type { FieldError } from '../../../core/kubernetes/fieldError.ts';
import { formatPath } from '../../../core/kubernetes/fieldError.ts';
import { judgeDaemonSet, type Verdict } from '../../../core/kubernetes/judge.ts';
import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { type ReadManifest, readManifests } from './manifestText.ts';

/** An error as it was recorded. `line`: within the document. */
export interface RecordedError {
  readonly path: string;
  readonly reason: string;
  readonly message: string;
}

/** What was recorded of one manifest. */
export interface RecordedVerdict {
  readonly verdict: 'accepted' | 'refused' | 'another-object';
  readonly stage: string | null;
  readonly errors: readonly RecordedError[] | null;
  readonly warnings: readonly string[] | null;
  readonly generationBumped?: boolean;
  readonly templateGenerationBumped?: boolean;
}

/** Ours, in the form of the recordings. */
export interface OwnVerdict {
  readonly stage: string | null;
  readonly errors: readonly RecordedError[];
  readonly warnings: readonly string[];
  readonly generationBumped: boolean;
  readonly templateGenerationBumped: boolean;
}

/** Judges a text as kubectl and the server do, document by document. `old`: what it replaces. */
export function judgeText(manifest: string, version: KubernetesVersion, old?: string): OwnVerdict {
  return judgeManifests(readManifests(manifest), version, old === undefined ? [] : readManifests(old));
}

/** The same for texts that were read. */
export function judgeManifests(manifests: readonly ReadManifest[], version: KubernetesVersion, old: readonly ReadManifest[]): OwnVerdict {
  const before = old[0] === undefined ? undefined : withServerFields(old[0].value);
  const verdicts = manifests.map(({ value, duplicates, syntaxError }) => {
    if (syntaxError !== null) return { ...nothing, stage: 'client', errors: [{ path: '', reason: 'YAMLSyntax', message: syntaxError }] };
    return verdictOf(judgeDaemonSet(value, { version, duplicates, ...(before !== undefined && { old: before }) }));
  });
  return {
    stage: verdicts.find(verdict => verdict.stage !== null)?.stage ?? null,
    errors: verdicts.flatMap(verdict => verdict.errors),
    warnings: verdicts.flatMap(verdict => verdict.warnings),
    generationBumped: verdicts.some(verdict => verdict.generationBumped),
    templateGenerationBumped: verdicts.some(verdict => verdict.templateGenerationBumped),
  };
}

/** A verdict of ours in the form of the recordings: in the stage of decoding the server tells only the first error. */
export function verdictOf(verdict: Verdict): OwnVerdict {
  const told = verdict.stage === 'decode' ? verdict.errors.slice(0, 1) : verdict.errors;
  return {
    stage: verdict.stage,
    errors: told.map(recorded),
    warnings: verdict.warnings.map(warning => warning.message),
    generationBumped: verdict.generationBumped,
    templateGenerationBumped: verdict.templateBumped,
  };
}

/** Compares in what must agree: verdict, stage, the set of (path, reason), warnings, bumps. Null: all the same. */
export function differences(ours: OwnVerdict, theirs: RecordedVerdict): string | null {
  const lines: string[] = [];
  if (ours.stage !== theirs.stage) lines.push(`stage: recorded ${theirs.stage}, ours ${ours.stage}`);
  lines.push(...compareSets('error', ours.errors.map(placed), (theirs.errors ?? []).map(placed)));
  if (theirs.verdict === 'accepted') lines.push(...compareSets('warning', ours.warnings, theirs.warnings ?? []));
  if (theirs.verdict === 'accepted' && theirs.generationBumped !== undefined) {
    const [a, b] = [
      [ours.generationBumped, ours.templateGenerationBumped],
      [theirs.generationBumped, theirs.templateGenerationBumped],
    ];
    if (!isDeepStrictEqual(a, b)) lines.push(`generation, template bumped: recorded ${b}, ours ${a}`);
  }
  return lines.length === 0 ? null : lines.join('\n');
}

/** How many of the recorded messages we say word for word. */
export function equalMessages(
  ours: OwnVerdict,
  theirs: RecordedVerdict,
): { readonly equal: number; readonly all: number; readonly others: readonly string[] } {
  const errors = (theirs.errors ?? []).filter(error => error.reason !== 'YAMLSyntax');
  const others = errors.filter(error => !ours.errors.some(own => placed(own) === placed(error) && own.message === error.message));
  return { equal: errors.length - others.length, all: errors.length, others: others.map(error => `${placed(error)}: ${error.message}`) };
}

const nothing: OwnVerdict = { stage: null, errors: [], warnings: [], generationBumped: false, templateGenerationBumped: false };

/** The server's paths: none for some errors of decoding, no indexes in type errors. */
function recorded(error: FieldError): RecordedError {
  const reason = error.type === 'DuplicateField' ? 'DuplicateKey' : error.type;
  if (['Quantity', 'Time', 'DecodeError', 'DuplicateKey'].includes(reason)) return { path: '', reason, message: error.message };
  const path = reason === 'TypeError' ? error.path.filter(step => 'field' in step) : error.path;
  return { path: formatPath(path), reason, message: error.message };
}

function placed(error: RecordedError): string {
  return `${error.path} ${error.reason}`;
}

function compareSets(what: string, ours: readonly string[], theirs: readonly string[]): string[] {
  const [own, other] = [new Set(ours), new Set(theirs)];
  return [
    ...[...own].filter(one => !other.has(one)).map(one => `${what} only ours: ${one}`),
    ...[...other].filter(one => !own.has(one)).map(one => `${what} missing: ${one}`),
  ];
}

/** What the stored object had and its text has not. */
function withServerFields(value: JsonValue): JsonValue {
  if (!isJsonObject(value)) return value;
  const metadata = member(value, 'metadata');
  const own = isJsonObject(metadata) ? metadata : {};
  return { ...value, metadata: { ...own, resourceVersion: '1', uid: '00000000-0000-4000-8000-000000000001' } };
}
