import { at } from '../../../core/base/json.ts';
import { editOf } from '../../../core/presentation/editKind.ts';
import { sentence } from '../../../core/presentation/sentence.ts';
import { plainText } from '../../../core/presentation/words/say.ts';
import type { Step } from '../document/value.ts';
import { deviceWithSurge } from './device-with-surge.ts';
import { hostPortWithSurge } from './host-port-with-surge.ts';
import { type Manifest, strategyPath } from './manifest.ts';
import { rehearse } from './rehearsal.ts';
import type { Rule } from './rule.ts';

/** The edit, rolled out on the chosen cluster in the simulator, comes to a stop. */
export const rolloutStalls: Rule = {
  name: 'rollout-stalls',
  level: 'warning',
  category: 'hazard',
  check: manifest => {
    const { value, baseline, cluster, version } = manifest;
    if ([hostPortWithSurge, deviceWithSurge].some(known => known.check(manifest).length > 0)) return [];
    const rehearsal = rehearse(value, baseline, cluster, version);
    if (rehearsal === null || rehearsal.forecast.outcome.kind !== 'stalled') return [];
    const said = sentence({ ...rehearsal, edit: editOf(baseline, value) });
    return [{ path: blamedPath(manifest), on: 'key', message: `${said.lead} ${plainText(said.parts)}`.trim() }];
  },
};

/** The part of the manifest that the edit has changed most likely: the strategy, if it alone differs. */
function blamedPath({ value, podPath }: Manifest): readonly Step[] {
  return at(value, ...strategyPath) === undefined ? podPath : strategyPath;
}
