import { fieldAt, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { Completion } from './completion.ts';
import { literal } from './completion.ts';
import type { Layout } from './fieldSnippet.ts';
import type { Preset } from './presets/preset.ts';
import { presets } from './presets/presets.ts';
import type { Slot } from './slot.ts';

/** Ready-made values for the keys that an object lacks. */
export function keyPresets(slot: Slot, path: JsonPath, layout: Layout): readonly Completion[] {
  const object = fieldAt(path);
  const type = object?.kind === 'object' ? object.ref : undefined;
  if (slot.style !== 'block' || slot.renames || slot.quote !== '') return [];
  return presets
    .filter(preset => preset.place === 'key' && preset.type === type && !slot.present.includes(preset.field))
    .map((preset, rank) => {
      const column = slot.column + layout.indent;
      const snippet = `${literal(preset.field)}:\n${' '.repeat(column)}${render(preset, column)}`;
      return toCompletion(slot, preset, slot.prefix + snippet, `2${String(rank).padStart(3, '0')}`);
    });
}

/** Ready-made entries for a list. */
export function itemPresets(slot: Slot, list: JsonPath): readonly Completion[] {
  const type = fieldAt(list.slice(0, -1))?.ref;
  if (slot.style !== 'block' || slot.quote !== '') return [];
  return presets
    .filter(preset => preset.place === 'item' && preset.type === type && preset.field === list.at(-1))
    .map((preset, rank) => toCompletion(slot, preset, slot.prefix + render(preset, slot.column), `05${String(rank).padStart(2, '0')}`));
}

function render(preset: Preset, column: number): string {
  return preset.lines.join(`\n${' '.repeat(column)}`);
}

function toCompletion(slot: Slot, preset: Preset, snippet: string, sort: string): Completion {
  return {
    label: preset.label,
    kind: 'snippet',
    detail: preset.detail,
    about: null,
    replace: slot.replace,
    snippet,
    filter: preset.label,
    sort,
    preselect: false,
    retrigger: false,
  };
}
