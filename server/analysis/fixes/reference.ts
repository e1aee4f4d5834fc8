import { at, isJsonArray } from '../../../core/base/json.ts';
import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { suggest } from '../schema/suggest.ts';

/** For a mount of a volume that is not there: the volume it is nearly called. */
export function referenceFixes({ error, path, place, daemonSet }: Situation): readonly Fix[] {
  if (
    error.type !== 'FieldValueNotFound' ||
    !(path.includes('volumeMounts') || path.includes('volumeDevices')) ||
    typeof error.value !== 'string'
  )
    return [];
  const volumes = at(daemonSet.value, 'spec', 'template', 'spec', 'volumes');
  const names = (isJsonArray(volumes) ? volumes : []).map(volume => at(volume, 'name')).filter(name => typeof name === 'string');
  const similar = suggest(error.value, names);
  if (similar === null || place.node.kind !== 'scalar') return [];
  return [{ title: `Change to ${similar}`, preferred: true, edits: [{ span: place.node.span, newText: similar }] }];
}
