import { formatPath } from '../../../core/kubernetes/fieldError.ts';
import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';
import { setValue } from './setValue.ts';

const most = 3;

/** For a field that is missing and takes one of a few values: these, the usual one first. */
export function requiredValueFixes(situation: Situation): readonly (Fix | null)[] {
  const { error, path, place } = situation;
  if (place.depth !== path.length - 1 || place.node.kind !== 'mapping') return [];
  const field = String(path.at(-1));
  const values = valuesFor(formatPath(error.path), error.type, error.message);
  return values.slice(0, most).map(value => setValue(situation, path, value, `Set ${field}: ${value}`, values.length === 1));
}

function valuesFor(path: string, type: string, message: string): readonly string[] {
  if (type === 'FieldValueNotSupported' && message.startsWith('Unsupported value: ""'))
    return [...(/supported values: (.*)$/.exec(message)?.[1] ?? '').matchAll(/"([^"]+)"/g)].map(match => match[1] ?? '');
  if (type !== 'FieldValueRequired') return [];
  if (/(seccomp|appArmor)Profile\.type$/.test(path)) return ['RuntimeDefault', 'Unconfined'];
  if (path.endsWith('topologyKey')) return ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'];
  return /resizePolicy$/.test(path) ? ['NotRequired'] : [];
}
