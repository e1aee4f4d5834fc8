import { fieldAt, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { Completion } from './completion.ts';
import { blockItem, flowValue, type Layout } from './fieldSnippet.ts';
import { opensAt } from './opensAt.ts';
import { itemPresets } from './presetCompletions.ts';
import type { Slot } from './slot.ts';
import type { Known } from './valueSource.ts';
import { valueCompletions } from './values.ts';

/** In brackets: an object (or list) with what it needs. */
export function flowObject(slot: Slot, path: JsonPath, known: Known): readonly Completion[] {
  const facts = fieldAt(path);
  if (slot.style === 'block' || slot.quote !== '' || facts === undefined || !['object', 'list', 'map'].includes(facts.kind)) return [];
  const last = path.at(-1);
  const name = typeof last === 'number' ? singular(String(path.at(-2))) : String(last);
  const snippet = slot.prefix + flowValue(path, slot.style === 'json');
  return [
    snippetCompletion(slot, {
      label: facts.kind === 'list' ? `[ ${name} ]` : `{ ${name} }`,
      detail: facts.ref ?? facts.kind,
      snippet,
      filter: name,
      retrigger: opensAt(path, known),
    }),
  ];
}

/** A new entry of a list: a scalar of it, or an object with the fields it needs. */
export function itemCompletions(slot: Slot, path: JsonPath, layout: Layout, known: Known): readonly Completion[] {
  const list = fieldAt(path.slice(0, -1));
  if (list?.kind !== 'list') return [];
  if (fieldAt(path)?.kind !== 'object') return [...valueCompletions(slot, path, known), newItem(slot, path, layout, known, 'new entry')];
  return [newItem(slot, path, layout, known, list.ref ?? 'object'), ...itemPresets(slot, path.slice(0, -1))];
}

function newItem(slot: Slot, path: JsonPath, layout: Layout, known: Known, detail: string): Completion {
  const name = String(path.at(-2) ?? '');
  const snippet = slot.prefix + blockItem(path, slot.column, layout);
  const label = `- ${name === '' ? 'item' : singular(name)}`;
  return snippetCompletion(slot, { label, detail, snippet, filter: singular(name), retrigger: opensAt(path, known) });
}

type Own = Pick<Completion, 'label' | 'detail' | 'snippet' | 'filter' | 'retrigger'>;

function snippetCompletion({ replace }: Slot, own: Own): Completion {
  return { ...own, kind: 'snippet', about: null, replace, sort: '0000', preselect: false };
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}
