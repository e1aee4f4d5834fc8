import type { Situation } from '../diagnostics/situation.ts';
import type { Fix } from '../finding.ts';

/** For an entry of a list written as a text where an object with one obvious field belongs: `NAME=value` of an environment, the name of a secret. */
export function textEntryFixes({ error, path, place }: Situation): readonly Fix[] {
  if (error.type !== 'TypeError' || typeof error.value !== 'string' || place.node.kind !== 'scalar') return [];
  const entry = meantEntry(String(path.at(-2)), error.value);
  return entry === null ? [] : [{ title: `Write it as ${entry}`, preferred: true, edits: [{ span: place.node.span, newText: entry }] }];
}

function meantEntry(list: string, text: string): string | null {
  if (list === 'imagePullSecrets') return `{name: ${JSON.stringify(text)}}`;
  const [, name, value = ''] = /^([A-Za-z_][A-Za-z0-9_.-]*)=(.*)$/s.exec(text) ?? [];
  return list === 'env' && name !== undefined ? `{name: ${name}, value: ${JSON.stringify(value)}}` : null;
}
