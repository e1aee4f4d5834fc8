import { at } from '../../../core/base/json.ts';
import { editOf } from '../../../core/presentation/editKind.ts';
import { sentence } from '../../../core/presentation/sentence.ts';
import { plainText } from '../../../core/presentation/words/say.ts';
import { deviceWithSurge } from './device-with-surge.ts';
import { hostPorts, hostPortWithSurge } from './host-port-with-surge.ts';
import { type Manifest, strategyPath } from './manifest.ts';
import { rehearse } from './rehearsal.ts';
import type { Hit, Rule } from './rule.ts';

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
    const message = `${said.lead} ${plainText(said.parts)}`.trim();
    return [{ ...blamedPlace(manifest, message), message }];
  },
};

/** What the scheduler could not have: the port, the amount; else the strategy that is used up, else the pod. */
function blamedPlace(manifest: Manifest, message: string): Pick<Hit, 'path' | 'on'> {
  const { value, podPath, containers } = manifest;
  const port = message.includes('free ports') ? hostPorts(manifest)[0] : undefined;
  if (port !== undefined) return { path: port.path };
  const resource = /Insufficient ([\w./-]*\w)/.exec(message)?.[1] ?? '';
  const asking = containers.find(container => at(container.value, 'resources', 'requests', resource) !== undefined);
  if (asking !== undefined) return { path: [...asking.path, 'resources', 'requests', resource] };
  return { path: at(value, ...strategyPath) === undefined ? podPath : strategyPath, on: 'key' };
}
