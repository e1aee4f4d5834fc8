import { compareOrdinal } from '../../base/compare.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue } from '../../base/json.ts';
import type { ControllerRevision } from '../../kubernetes/objects/controllerRevision.ts';
import type { Instant } from '../../kubernetes/objects/meta.ts';
import { kubectlAge } from '../../presentation/duration.ts';
import type { Cell } from '../../presentation/table.ts';
import type { Clock } from '../clock.ts';
import { metaJson } from './metaJson.ts';

export function revisionJson(revision: ControllerRevision, resourceVersion: number, clock: Clock): JsonObject {
  return {
    kind: 'ControllerRevision',
    apiVersion: 'apps/v1',
    metadata: metaJson(revision, resourceVersion, clock),
    data: sorted(revision.json),
    revision: revision.revision,
  };
}

/** With keys in order: kubectl compares the text of a revision with that of a template. */
function sorted(value: JsonValue): JsonValue {
  if (isJsonArray(value)) return value.map(sorted);
  if (!isJsonObject(value)) return value;
  const keys = Object.keys(value).sort(compareOrdinal);
  return Object.fromEntries(keys.map(key => [key, sorted(value[key] ?? null)]));
}

/** Its cells of a Table (pkg/printers/internalversion, printControllerRevision). */
export function revisionRow(revision: ControllerRevision, now: Instant): readonly Cell[] {
  const { owner } = revision;
  const controller = owner === null ? '<none>' : `${owner.kind.toLowerCase()}.apps/${owner.name}`;
  return [revision.name, controller, revision.revision, kubectlAge(revision.createdAt, now)];
}
