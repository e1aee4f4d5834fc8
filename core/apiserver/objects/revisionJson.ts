import type { JsonObject } from '../../base/json.ts';
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
    data: revision.json,
    revision: revision.revision,
  };
}

/** Its cells of a Table (pkg/printers/internalversion, printControllerRevision). */
export function revisionRow(revision: ControllerRevision, now: Instant): readonly Cell[] {
  const { owner } = revision;
  const controller = owner === null ? '<none>' : `${owner.kind.toLowerCase()}.apps/${owner.name}`;
  return [revision.name, controller, revision.revision, kubectlAge(revision.createdAt, now)];
}
