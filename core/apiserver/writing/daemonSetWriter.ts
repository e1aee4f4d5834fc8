import { isJsonObject, type JsonObject, member } from '../../base/json.ts';
import { decode } from '../../kubernetes/decoding/decode.ts';
import { judgeDaemonSet } from '../../kubernetes/judge.ts';
import type { DaemonSet } from '../../kubernetes/objects/daemonSet.ts';
import { goPlain } from '../../kubernetes/patch/patchProblem.ts';
import { daemonSetTable } from '../../presentation/getDaemonSets.ts';
import { takeAsIs } from '../../simulation/world/daemonSetWrites.ts';
import { daemonSetJson } from '../objects/daemonSetJson.ts';
import { type Checked, fine, refuse } from '../request.ts';
import { badRequest, forbidden, invalid, invalidPatch } from '../status.ts';
import { type Stored, storedKey } from '../stored.ts';
import { metaText } from './body.ts';
import { firstChange, perform } from './perform.ts';
import type { Writer, Writing, Written } from './writer.ts';

/** DaemonSets are written as events of the scenario: `apply` with the whole object. */
export const daemonSetWriter: Writer = {
  create: (writing, object) => write(writing, object, null),
  update: (writing, before, object) => write(writing, object, before),
};

function write(writing: Writing, object: JsonObject, before: Stored | null): Checked<Written> {
  const manifest = withoutServerFields(object);
  const admitted = admit(writing, manifest, before);
  if (!admitted.ok) return admitted;
  const { json, warnings } = admitted.value;
  if (writing.options.dryRun) return dryRun(writing, admitted.value, before);
  const { server, resource, clock } = writing;
  const { refused, changes } = perform(server, { do: 'apply', manifest: json }, clock);
  const name = metaText(json, 'name');
  if (refused !== null) return refuse(forbidden(resource, name, refused));
  const after = firstChange(changes, resource.store, metaText(json, 'namespace'), name)?.after ?? before;
  return after === null ? refuse(forbidden(resource, name, 'it was not stored')) : fine({ stored: after, warnings });
}

interface Admitted {
  readonly json: JsonObject;
  readonly warnings: readonly string[];
  /** The spec differs from the stored one. */
  readonly bumped: boolean;
}

/** Decodes and judges in the stages and words of the API server. */
function admit(writing: Writing, manifest: JsonObject, before: Stored | null): Checked<Admitted> {
  const { server, resource, options } = writing;
  const version = server.run.world.scenario.kubernetesVersion;
  const decoded = decode(manifest, version);
  const unknown = decoded.errors.length > 0 ? [] : decoded.unknown.map(error => error.message);
  if (unknown.length > 0 && options.fieldValidation === 'Strict') return refuse(strict(writing, unknown));
  const old = before === null ? undefined : server.run.world.manifests.get(storedKey(before.namespace, before.name));
  const verdict = judgeDaemonSet(decoded.errors.length > 0 ? manifest : decoded.object, { version, ...(old === undefined ? {} : { old }) });
  if (verdict.stage === 'decode' || verdict.stage === 'client') return refuse(badRequest(undecodable(verdict.errors[0]?.message ?? '')));
  if (verdict.errors.length > 0) return refuse(invalid(resource, metaText(manifest, 'name'), verdict.errors));
  const warned = options.fieldValidation === 'Ignore' ? [] : unknown;
  return fine({
    json: verdict.object ?? decoded.object,
    warnings: [...warned, ...verdict.warnings.map(warning => warning.message)],
    bumped: verdict.generationBumped,
  });
}

function undecodable(why: string): string {
  return `DaemonSet in version "v1" cannot be handled as a DaemonSet: ${why}`;
}

function strict({ patch }: Writing, unknown: readonly string[]): ReturnType<typeof badRequest> {
  const why = `strict decoding error: ${unknown.join(', ')}`;
  return patch === null ? badRequest(undecodable(why)) : invalidPatch(goPlain(patch), why);
}

/** What only the server sets is not the writer's to judge. */
function withoutServerFields(object: JsonObject): JsonObject {
  const { status: _status, ...rest } = object;
  const metadata = member(object, 'metadata');
  const fields = isJsonObject(metadata) ? Object.entries(metadata).filter(([key]) => !serverFields.includes(key)) : [];
  return { ...rest, metadata: Object.fromEntries(fields) };
}

const serverFields: readonly string[] = [
  ...['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'deletionTimestamp', 'deletionGracePeriodSeconds'],
  ...['managedFields', 'finalizers', 'selfLink', 'ownerReferences'],
];

/** The object as it would be, with the metadata and status of the one it replaces. */
function dryRun(writing: Writing, verdict: Admitted, before: Stored | null): Checked<Written> {
  const { json, warnings } = verdict;
  const { server, clock } = writing;
  const admitted = takeAsIs(json);
  if (!admitted.ok) return refuse(badRequest(undecodable(admitted.problems[0]?.message ?? '')));
  const current = before === null ? undefined : server.run.world.daemonSets.get(storedKey(before.namespace, before.name));
  const fresh: DaemonSet = { ...admitted.daemonSet, uid: 'dry-run', createdAt: clock.now, generation: 1 };
  const { uid, createdAt, status } = current ?? fresh;
  const generation = (current?.generation ?? 1) + (verdict.bumped ? 1 : 0);
  const daemonSet: DaemonSet = { ...admitted.daemonSet, uid, createdAt, status, generation };
  const resourceVersion = before?.resourceVersion ?? 0;
  const stored: Stored = {
    ...{ namespace: daemonSet.namespace, name: daemonSet.name, uid, labels: daemonSet.labels, resourceVersion },
    json: at => daemonSetJson(daemonSet, admitted.json, resourceVersion, at),
    row: at => daemonSetTable([daemonSet], at.now).rows[0] ?? [],
  };
  return fine({ stored, warnings });
}
