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
  return collect(valueSources, request).map((suggestion, rank) => {
    const text = quoted(suggestion.value, request.facts, slot);
    return toCompletion(slot, suggestion, rank, slot.prefix + literal(text), slot.quote === '' ? suggestion.value : text, false);
  });
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
        !slot.renames,
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
function quoted(value: string, facts: FieldFacts, slot: Slot): string {
  if (/^".*"$/.test(value)) return slot.quote === "'" ? value.replaceAll('"', "'") : value;
  if (slot.quote !== '') return `${slot.quote}${value}${slot.quote}`;
  const resolved = resolveScalar(value, true, null);
  const readsAsText = 'value' in resolved && typeof resolved.value === 'string';
  if (slot.style === 'json') return facts.kind === 'string' || readsAsText ? `"${value}"` : value;
  if (facts.kind === 'string' && !readsAsText) return `"${value}"`;
  return /[\s'"[\]{},#&*!|>%@`]|: |^-|^\?/.test(value) && !/^[\w/.-]+$/.test(value) && value !== '10%' && !/^\d+%$/.test(value)
    ? `"${value}"`
    : value;
}
