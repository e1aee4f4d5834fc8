import { at, isJsonArray } from '../../../core/base/json.ts';
import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';
import { fieldAt, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import { resolveScalar } from '../document/scalar.ts';
import { type Completion, literal } from './completion.ts';
import type { Slot } from './slot.ts';
import { keySources, valueSources } from './sources/sources.ts';
import type { Known, Suggestion, ValueRequest, ValueSource } from './valueSource.ts';

/** The values that a scalar field is likely to have. */
export function valueCompletions(slot: Slot, path: JsonPath, known: Known): readonly Completion[] {
  const request = requestFor(path, known);
  if (request === null || ['object', 'list', 'map'].includes(request.facts.kind)) return [];
  return withoutPresent(collect(valueSources, request), path, known).map((suggestion, rank) => {
    const text = quoted(suggestion.value, request.facts, slot);
    const filter = slot.quote === '' ? suggestion.value : `${slot.quote}${suggestion.value}${slot.quote}`;
    return toCompletion(slot, suggestion, rank, slot.prefix + literal(text), filter, false);
  });
}

/** Whether there is something to choose at a tab stop. Names of other files are left out: looking for them takes too long for each field of a list. */
export function offersSomething(path: JsonPath, known: Known): boolean {
  const request = requestFor(path, { ...known, objects: () => [], images: () => [] });
  if (request === null) return false;
  const { kind } = request.facts;
  if (kind === 'object') return true;
  if (kind === 'list') return false;
  if (kind !== 'map') return collect(valueSources, request).length > 0;
  // Labels come with a text to type over, which a list would cover.
  return !['labels', 'matchLabels'].includes(request.field) && collect(keySources, request).length > 0;
}

/** A list that names things names each once. */
function withoutPresent(suggestions: readonly Suggestion[], path: JsonPath, known: Known): readonly Suggestion[] {
  const index = path.at(-1);
  const list = typeof index === 'number' && suggestions.length > 0 ? at(known.manifest(), ...path.slice(0, -1)) : undefined;
  if (!isJsonArray(list)) return suggestions;
  const others = list.filter((_, place) => place !== index);
  return suggestions.filter(({ value }) => !others.includes(value));
}

/** The keys that a map is likely to have. */
export function mapKeyCompletions(slot: Slot, path: JsonPath, known: Known): readonly Completion[] {
  const request = requestFor(path, known);
  if (request?.facts.kind !== 'map') return [];
  return collect(keySources, request)
    .filter(suggestion => !slot.present.includes(suggestion.value))
    .map((suggestion, rank) => {
      const quote = slot.style === 'json' ? '"' : slot.quote;
      const key = quote + literal(suggestion.value) + quote;
      const value = slot.renames ? '' : slot.style === 'json' ? ': "$1"' : ': $0';
      return toCompletion(
        slot,
        suggestion,
        rank,
        slot.prefix + key + value + slot.suffix,
        slot.quote + suggestion.value + slot.quote,
        !slot.renames && offersSomething([...path, suggestion.value], known),
      );
    });
}

function requestFor(path: JsonPath, known: Known): ValueRequest | null {
  const facts = fieldAt(path);
  if (facts === undefined) return null;
  // An entry of a list or a map is asked for under the name of the list or map.
  const holder = holderOf(path);
  return { path, facts, type: fieldAt(holder.slice(0, -1))?.ref ?? '', field: String(holder.at(-1) ?? ''), ...known };
}

function holderOf(path: JsonPath): JsonPath {
  const parent = fieldAt(path.slice(0, -1));
  return parent?.kind === 'list' || parent?.kind === 'map' ? path.slice(0, -1) : path;
}

function collect(sources: readonly ValueSource[], request: ValueRequest): readonly Suggestion[] {
  const seen = new Set<string>();
  return sources
    .flatMap(source => source(request))
    .filter(({ value }) => {
      const fresh = !seen.has(value);
      seen.add(value);
      return fresh;
    });
}

function toCompletion(slot: Slot, suggestion: Suggestion, rank: number, snippet: string, filter: string, retrigger: boolean): Completion {
  return {
    label: suggestion.value === '' ? '""' : suggestion.value,
    kind: suggestion.reference === true ? 'reference' : 'value',
    detail: suggestion.detail ?? '',
    about: suggestion.documentation === undefined ? null : { text: suggestion.documentation },
    replace: slot.replace,
    snippet,
    filter,
    sort: String(rank).padStart(4, '0'),
    preselect: suggestion.preselect === true,
    retrigger,
  };
}

/** The value as it has to be written here: in the quotes that are there, in JSON's, or in some where YAML would read something else. */
function quoted(value: string, { kind }: FieldFacts, slot: Slot): string {
  const resolved = resolveScalar(value, true, null);
  const readsAsText = 'value' in resolved && typeof resolved.value === 'string';
  // Quotes would make a text of a number or a boolean: they go.
  const takesNumber = kind === 'integer' || kind === 'intOrString' || kind === 'boolean';
  if (takesNumber && !readsAsText) return value;
  if (slot.quote === "'") return `'${value.replaceAll("'", "''")}'`;
  const asJson = slot.style === 'json' && (kind === 'string' || readsAsText);
  const misread = kind === 'string' && !readsAsText;
  return slot.quote === '"' || asJson || misread || needsQuotes(value) ? JSON.stringify(value) : value;
}

/** Where the characters of YAML's syntax stand in a value. */
function needsQuotes(value: string): boolean {
  return !/^\d+%$/.test(value) && (/[\s'"[\]{},#&*!|>%@`\\]|: |^\?/.test(value) || /^-[\s-]?$/.test(value));
}
