import { at, isJsonObject, type JsonObject } from '../../../core/base/json.ts';
import { fieldAt, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import { findDaemonSets } from '../document/daemonSets.ts';
import { indexLines } from '../document/lineIndex.ts';
import { isInsideAction, maskTemplates } from '../document/templates.ts';
import { readYamlDocument } from '../document/yamlDocument.ts';
import { scenarioCompletions } from '../scenarios/scenarioCompletions.ts';
import { mayHoldScenario, type ScenarioText, scenarioIn } from '../scenarios/scenarioText.ts';
import type { AnalysisSettings, FileMode } from '../settings.ts';
import { aliasCompletions, isAlias } from './aliasCompletions.ts';
import type { Completion } from './completion.ts';
import { slotsAt } from './cursor.ts';
import { blockItem, flowValue, type Layout } from './fieldSnippet.ts';
import { fieldCompletions } from './fields.ts';
import { itemPresets, keyPresets } from './presetCompletions.ts';
import { skeletonCompletions } from './skeletonCompletions.ts';
import type { Slot } from './slot.ts';
import { indentOf, isFlush } from './style.ts';
import { type Subject, subjectOf } from './subject.ts';
import { type Known, noNames, type WorkspaceNames } from './valueSource.ts';
import { mapKeyCompletions, valueCompletions } from './values.ts';

/** What can be written at an offset of a YAML document; `names` are those of other documents. Empty where nothing of ours belongs. */
export function complete(
  text: string,
  offset: number,
  mode: FileMode,
  settings: AnalysisSettings,
  names: WorkspaceNames = noNames,
): readonly Completion[] {
  if (mode.template && isInsideAction(text, offset)) return [];
  const readable = mode.template ? maskTemplates(text).text : text;
  const { slots, outline } = slotsAt(indexLines(readable), offset);
  const layout = { indent: indentOf(outline.entries), flush: isFlush(outline.entries) };
  const manifest = manifestReader(text, mode);
  const scenario = mayHoldScenario(text) ? scenarioIn(readYamlDocument(text, mode)) : null;
  const found = slots.flatMap(slot => {
    if (scenario !== null) return inScenario(readable, slot, scenario, layout, settings);
    const subject = subjectOf(outline, slot);
    if (!subject.ours) return [];
    const known = { manifest: () => manifest(subject.base), nodes: settings.around.nodes, ...names };
    return completeSlot({ text: readable, slot, subject, layout, settings, known });
  });
  return withoutRepetition(found);
}

/** In a scenario its own fields, and a DaemonSet's where one is written out. */
function inScenario(text: string, slot: Slot, { value }: ScenarioText, layout: Layout, settings: AnalysisSettings): readonly Completion[] {
  const found = scenarioCompletions(slot, value, layout.indent);
  if (found.kind === 'scenario') return found.completions;
  const manifest = at(value, ...found.base);
  const known = { manifest: () => (isJsonObject(manifest) ? manifest : {}), nodes: settings.around.nodes, ...noNames };
  return completeSlot({ text, slot, subject: { base: found.base, ours: true, empty: false }, layout, settings, known });
}

interface Asked {
  readonly text: string;
  readonly slot: Slot;
  readonly subject: Subject;
  readonly layout: Layout;
  readonly settings: AnalysisSettings;
  readonly known: Known;
}

function completeSlot({ text, slot, subject, layout, settings, known }: Asked): readonly Completion[] {
  const path = slot.path.slice(subject.base.length);
  switch (slot.accepts) {
    case 'key':
      return [
        ...(subject.empty && path.length === 0 ? skeletonCompletions(slot) : []),
        ...fieldCompletions(slot, path, layout, settings.kubernetesVersion),
        ...keyPresets(slot, path, layout),
        ...mapKeyCompletions(slot, path, known),
        // Behind a dash, what a list holds can also be written as a whole.
        ...(typeof path.at(-1) === 'number' && slot.present.length === 0 ? itemPresets(slot, path.slice(0, -1)) : []),
      ];
    case 'value':
      return isAlias(slot, text) ? aliasCompletions(slot, text) : [...valueCompletions(slot, path, known), ...flowObject(slot, path)];
    case 'item':
      return itemCompletions(slot, path, layout, known);
  }
}

/** In brackets: an object (or list) with what it needs. */
function flowObject(slot: Slot, path: JsonPath): readonly Completion[] {
  const facts = fieldAt(path);
  if (slot.style === 'block' || slot.quote !== '' || facts === undefined || !['object', 'list', 'map'].includes(facts.kind)) return [];
  const last = path.at(-1);
  const name = typeof last === 'number' ? singular(String(path.at(-2))) : String(last);
  const snippet = slot.prefix + flowValue(path, slot.style === 'json');
  return [
    {
      ...plainSnippet(slot, facts.kind === 'list' ? `[ ${name} ]` : `{ ${name} }`, snippet),
      detail: facts.ref ?? facts.kind,
      filter: name,
    },
  ];
}

/** A new entry of a list: a scalar of it, or an object with the fields it needs. */
function itemCompletions(slot: Slot, path: JsonPath, layout: Layout, known: Known): readonly Completion[] {
  const list = fieldAt(path.slice(0, -1));
  if (list?.kind !== 'list') return [];
  if (fieldAt(path)?.kind !== 'object') return [...valueCompletions(slot, path, known), newItem(slot, path, layout, 'new entry')];
  return [newItem(slot, path, layout, list.ref ?? 'object'), ...itemPresets(slot, path.slice(0, -1))];
}

function newItem(slot: Slot, path: JsonPath, layout: Layout, detail: string): Completion {
  const name = String(path.at(-2) ?? '');
  const snippet = slot.prefix + blockItem(path, slot.column, layout);
  return { ...plainSnippet(slot, `- ${name === '' ? 'item' : singular(name)}`, snippet), detail, filter: singular(name) };
}

function plainSnippet(slot: Slot, label: string, snippet: string): Completion {
  const { replace } = slot;
  return {
    label,
    kind: 'snippet',
    detail: '',
    about: null,
    replace,
    snippet,
    filter: label,
    sort: '0000',
    preselect: false,
    retrigger: true,
  };
}

function singular(name: string): string {
  return name.replace(/ies$/, 'y').replace(/(?<=[^s])s$/, '');
}

/** Reads the manifest only when something asks for it, and once. */
function manifestReader(text: string, mode: FileMode): (base: JsonPath) => JsonObject {
  let objects: ReturnType<typeof findDaemonSets> | null = null;
  return base => {
    objects ??= findDaemonSets(readYamlDocument(text, mode));
    return objects.find(object => object.path.join('.') === base.join('.'))?.value ?? {};
  };
}

function withoutRepetition(completions: readonly Completion[]): readonly Completion[] {
  const seen = new Set<string>();
  return completions.filter(({ label, kind }) => {
    const key = `${kind === 'field' ? 'field' : 'other'} ${label}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
}
