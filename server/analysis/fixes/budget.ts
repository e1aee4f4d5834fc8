import type { Situation } from '../diagnostics/situation.ts';
import { locate } from '../document/locate.ts';
import type { Fix } from '../finding.ts';
import { insertEntry } from './insertEntry.ts';
import { removePair } from './removePair.ts';

const rollingUpdate = ['spec', 'updateStrategy', 'rollingUpdate'];

/** For maxSurge beside a maxUnavailable that is not zero (one is the default): one of the two has to go. For both zero: one has to come. */
export function budgetFixes(situation: Situation): readonly (Fix | null)[] {
  const { error, document, place } = situation;
  if (error.type === 'FieldValueRequired' && error.message.includes('cannot be 0 when')) return oneAtATime(situation);
  if (!error.message.includes('may not be set when maxUnavailable is non-zero')) return [];
  const edit = setMaxUnavailable(situation, '0');
  const keepSurge = edit === null ? null : { title: 'Set maxUnavailable: 0', preferred: true, edits: [edit] };
  return [keepSurge, place.key === null ? null : removePair(document, place.key.start, 'Remove maxSurge')];
}

function oneAtATime(situation: Situation): readonly (Fix | null)[] {
  const edit = setMaxUnavailable(situation, '1');
  return [edit === null ? null : { title: 'Set maxUnavailable: 1', preferred: false, edits: [edit] }];
}

function setMaxUnavailable({ document, daemonSet }: Situation, value: string): Fix['edits'][number] | null {
  const written = locate(daemonSet.node, [...rollingUpdate, 'maxUnavailable']);
  if (written.depth === rollingUpdate.length + 1) return { span: written.node.span, newText: value };
  const parent = locate(daemonSet.node, rollingUpdate);
  return parent.depth === rollingUpdate.length && parent.node.kind === 'mapping'
    ? insertEntry(document, parent.node, `maxUnavailable: ${value}`)
    : null;
}
