import { at, type JsonValue } from '../../../core/base/json.ts';
import type { FieldError } from '../../../core/kubernetes/fieldError.ts';
import type { DaemonSetText } from '../document/daemonSets.ts';
import { headOf } from '../document/locate.ts';
import { type Finding, finding } from '../finding.ts';

/** More errors of one DaemonSet nobody reads, and each costs a search through the text for its place and its mends. */
const mostErrors = 500;

/** The errors to tell, in the API server's order, and what to say of the rest: nothing for almost every manifest. */
export function mostToTell(
  daemonSet: DaemonSetText,
  errors: readonly FieldError[],
): { told: readonly FieldError[]; rest: readonly Finding[] } {
  if (errors.length <= mostErrors) return { told: errors, rest: [] };
  const rest = finding({
    rule: 'invalid-value',
    severity: 'error',
    span: headOf(daemonSet.node),
    message: `${nameOf(daemonSet.value)} has more than ${mostErrors} mistakes: only these are told.`,
    reason: 'FieldValueTooMany',
  });
  return { told: errors.slice(0, mostErrors), rest: [rest] };
}

function nameOf(manifest: JsonValue): string {
  const name = at(manifest, 'metadata', 'name');
  return typeof name === 'string' && name.length < 64 ? `The DaemonSet ${name}` : 'This DaemonSet';
}
