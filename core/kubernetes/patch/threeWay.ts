import type { JsonObject } from '../../base/json.ts';
import { guardPatch, type Patched } from './patchProblem.ts';
import { daemonSetSchema } from './patchSchema.ts';
import { diffObjects } from './strategicDiff.ts';
import { mergeObject } from './strategicMerge.ts';

/**
 * The patch that kubectl apply sends (strategicpatch.CreateThreeWayMergePatch): what differs from the live object, and the deletion of what was applied last
 * time and is not in the manifest any more. What others set on the live object stays.
 */
export function threeWayPatch(lastApplied: JsonObject, modified: JsonObject, live: JsonObject): Patched<JsonObject> {
  return guardPatch(() => {
    const changes = diffObjects(live, modified, daemonSetSchema, 'changes');
    const deletions = diffObjects(lastApplied, modified, daemonSetSchema, 'deletions');
    return mergeObject(deletions, changes, daemonSetSchema, 'combine');
  });
}
