import { isSelectorMismatch, unmatchedLabels } from '../diagnostics/selectorMismatch.ts';
import type { Situation } from '../diagnostics/situation.ts';
import { locate } from '../document/locate.ts';
import type { Fix, SpanEdit } from '../finding.ts';
import { insertEntry } from './insertEntry.ts';

/** For a selector that does not match: give the template the labels it asks for. The selector itself cannot be changed once it is in a cluster. */
export function selectorFixes(situation: Situation): readonly (Fix | null)[] {
  if (!isSelectorMismatch(situation)) return [];
  const wanted = unmatchedLabels(situation).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  const edits = wanted.map(([key, value]) => labelEdit(situation, key, value));
  const whole = edits.filter(edit => edit !== null);
  if (whole.length === 0 || whole.length < edits.length) return [];
  const names = wanted.map(([key, value]) => `${key}: ${value}`).join(', ');
  return [{ title: `Set ${names} in the template's labels`, preferred: true, edits: whole }];
}

function labelEdit({ document, daemonSet }: Situation, key: string, value: string): SpanEdit | null {
  const labels = ['spec', 'template', 'metadata', 'labels'];
  const label = locate(daemonSet.node, [...labels, key]);
  if (label.depth === labels.length + 1) return label.node.kind === 'scalar' ? { span: label.node.span, newText: plain(value) } : null;
  const map = locate(daemonSet.node, labels);
  return map.depth === labels.length && map.node.kind === 'mapping' ? insertEntry(document, map.node, `${key}: ${plain(value)}`) : null;
}

/** Values that YAML would not read as texts need quotes. */
function plain(value: string): string {
  return /^[A-Za-z][\w.-]*$/.test(value) && !/^(y|n|yes|no|on|off|true|false|null)$/i.test(value) ? value : JSON.stringify(value);
}
