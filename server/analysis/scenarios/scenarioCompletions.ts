import type { JsonValue } from '../../../core/base/json.ts';
import { type Field, fieldsAt, knownNodes, type Shape, scenarioShape, shapeAt, type Word } from '../../../core/simulation/scenarioFile.ts';
import { type Completion, literal } from '../completion/completion.ts';
import type { Slot } from '../completion/slot.ts';
import { shapeText } from './scenarioHover.ts';

/** What a gap of a scenario file can take. `insideObject`: the gap belongs to a Kubernetes object which begins after so many steps. */
export type ScenarioSlot =
  | { readonly kind: 'scenario'; readonly completions: readonly Completion[] }
  | { readonly kind: 'daemonSet'; readonly base: Slot['path'] };

/** What can be written into a gap of a scenario; inside a DaemonSet it is for the DaemonSet's own completion. `value`: what the file says so far. */
export function scenarioCompletions(slot: Slot, value: JsonValue, step: number): ScenarioSlot {
  const nothing: ScenarioSlot = { kind: 'scenario', completions: [] };
  const found = shapeAt(scenarioShape, value, slot.path);
  if (found === null) return nothing;
  if (found.objectAt !== null) {
    const isDaemonSet = found.shape.kind === 'object of Kubernetes' && found.shape.of === 'DaemonSet';
    return isDaemonSet ? { kind: 'daemonSet', base: slot.path.slice(0, found.objectAt) } : nothing;
  }
  if (slot.accepts === 'key') return { kind: 'scenario', completions: keys(slot, fieldsAt(found.shape, found.value), step) };
  if (slot.accepts === 'item') return { kind: 'scenario', completions: [newItem(slot, found.shape)] };
  return { kind: 'scenario', completions: values(slot, found.shape, value) };
}

function keys(slot: Slot, fields: Readonly<Record<string, Field>>, step: number): readonly Completion[] {
  return Object.entries(fields)
    .filter(([name]) => !slot.present.includes(name))
    .map(([name, field], index) => ({
      ...plain(slot, name, slot.prefix + keyText(slot, name, field.shape, step) + slot.suffix),
      kind: 'field',
      detail: shapeText(field.shape),
      about: { text: field.about },
      sort: `${field.required === true ? 0 : 1}${String(index).padStart(3, '0')}`,
      retrigger: !slot.renames,
    }));
}

function keyText(slot: Slot, name: string, shape: Shape, step: number): string {
  const key = slot.style === 'json' ? `"${name}"` : name;
  if (slot.renames) return key;
  if (slot.style !== 'block') return `${key}: $0`;
  const indent = ' '.repeat(slot.column + step);
  if (shape.kind === 'list') return `${key}:\n${indent}- $0`;
  return shape.kind === 'object' || shape.kind === 'map' ? `${key}:\n${indent}$0` : `${key}: $0`;
}

/** Events begin with their time and kind. */
function newItem(slot: Slot, shape: Shape): Completion {
  const rest = shape.kind === 'variants' ? `at: \${1:10s}\n${' '.repeat(slot.column)}${shape.by}: $0` : '$0';
  return { ...plain(slot, '- new entry', slot.prefix + rest), kind: 'snippet', detail: shapeText(shape), sort: '0', retrigger: true };
}

function values(slot: Slot, shape: Shape, value: JsonValue): readonly Completion[] {
  return wordsOf(shape, value).map(({ word, about }, index) => {
    const needsQuotes = /^[\d.]+$/.test(word) && shape.kind === 'word';
    const text = slot.style === 'json' || needsQuotes || slot.quote !== '' ? `"${word}"` : word;
    return {
      ...plain(slot, word, slot.prefix + literal(text) + slot.suffix),
      about: about === '' ? null : { text: about },
      filter: slot.quote === '' ? word : text,
      sort: String(index).padStart(4, '0'),
    };
  });
}

const mostNodes = 200;

function wordsOf(shape: Shape, value: JsonValue): readonly Word[] {
  switch (shape.kind) {
    case 'word':
      return shape.words;
    case 'text':
      if (shape.is === 'the name of a node') return knownNodes(value).slice(0, mostNodes).map(bare);
      return shape.suggestions ?? [];
    case 'flag':
      return ['true', 'false'].map(bare);
    case 'none':
      return [bare('null')];
    case 'span':
      return ['0s', '10s', '1m', '5m'].map(bare);
    case 'either':
      return shape.shapes.flatMap(one => wordsOf(one, value));
    default:
      return [];
  }
}

function bare(word: string): Word {
  return { word, about: '' };
}

function plain(slot: Slot, label: string, snippet: string): Completion {
  return {
    ...{ label, kind: 'value', detail: '', about: null, replace: slot.replace, snippet, filter: label, sort: label },
    ...{ preselect: false, retrigger: false },
  };
}
