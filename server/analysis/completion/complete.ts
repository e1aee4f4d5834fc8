import { at, isJsonObject, type JsonObject } from '../../../core/base/json.ts';
import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
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
import type { Layout } from './fieldSnippet.ts';
import { fieldCompletions } from './fields.ts';
import { flowObject, itemCompletions } from './items.ts';
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
  const lines = { indent: indentOf(outline.entries), flush: isFlush(outline.entries) };
  const manifest = manifestReader(text, mode);
  const scenario = mayHoldScenario(text) ? scenarioIn(readYamlDocument(text, mode)) : null;
  const found = slots.flatMap(slot => {
    if (scenario !== null) return inScenario(readable, slot, scenario, lines, settings);
    const subject = subjectOf(outline, slot);
    if (!subject.ours) return [];
    const known = { manifest: () => manifest(subject.base), nodes: settings.around.nodes, ...names };
    const own = completeSlot({ text: readable, slot, subject, layout: layoutOf(lines, known.manifest), settings, known });
    return slot.beside ? own.map(one => ({ ...one, sort: `5${one.sort}` })) : own;
  });
  return withoutRepetition(found);
}

/** In a scenario its own fields, and a DaemonSet's where one is written out. */
function inScenario(
  text: string,
  slot: Slot,
  { value }: ScenarioText,
  lines: Omit<Layout, 'label'>,
  settings: AnalysisSettings,
): readonly Completion[] {
  const found = scenarioCompletions(slot, value, lines.indent);
  if (found.kind === 'scenario') return found.completions;
  const manifest = at(value, ...found.base);
  const known = { manifest: () => (isJsonObject(manifest) ? manifest : {}), nodes: settings.around.nodes, ...noNames };
  return completeSlot({
    text,
    slot,
    subject: { base: found.base, ours: true, empty: false },
    layout: layoutOf(lines, known.manifest),
    settings,
    known,
  });
}

const podLabels: readonly JsonPath[] = [
  ['spec', 'selector', 'matchLabels'],
  ['spec', 'template', 'metadata', 'labels'],
];

function layoutOf(lines: Omit<Layout, 'label'>, manifest: Known['manifest']): Layout {
  const label = (): ReturnType<Layout['label']> => {
    const [key, value] = podLabels.flatMap(path => Object.entries(at(manifest(), ...path) ?? {}))[0] ?? [
      'app',
      at(manifest(), 'metadata', 'name'),
    ];
    return { key, value: typeof value === 'string' && value !== '' ? value : 'name' };
  };
  return { ...lines, label };
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
        ...fieldCompletions(slot, path, { layout, version: settings.kubernetesVersion, known }),
        ...keyPresets(slot, path, layout),
        ...mapKeyCompletions(slot, path, known),
        // Behind a dash, what a list holds can also be written as a whole.
        ...(typeof path.at(-1) === 'number' && slot.present.length === 0 ? itemPresets(slot, path.slice(0, -1)) : []),
      ];
    case 'value':
      return isAlias(slot, text)
        ? aliasCompletions(slot, text)
        : [...valueCompletions(slot, path, known), ...flowObject(slot, path, known)];
    case 'item':
      return itemCompletions(slot, path, layout, known);
  }
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
