import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';
import { childrenOf, fieldAt, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { KubernetesVersion } from '../../../core/kubernetes/versions.ts';
import { typeText } from '../schema/typeText.ts';
import type { Completion } from './completion.ts';
import { isRuledOut } from './exclusive.ts';
import { blockField, flowField, type Layout } from './fieldSnippet.ts';
import { likelyFields } from './likely.ts';
import { opensAt } from './opensAt.ts';
import type { Slot } from './slot.ts';
import type { Known } from './valueSource.ts';

/** The fields that an object still lacks, required ones first, then what people write most. */
export function fieldCompletions(slot: Slot, path: JsonPath, { layout, version, known }: FieldContext): readonly Completion[] {
  const object = fieldAt(path);
  if (object?.kind !== 'object' || object.ref === undefined) return [];
  const type = object.ref;
  const likely = likelyFields[type] ?? [];
  return [...childrenOf(path, version)]
    .filter(([name]) => !slot.present.includes(name) && !isFilledByServer(type, name, path) && !isRuledOut(type, name, slot.present))
    .map(([name, facts]) => toCompletion(slot, [...path, name], { type, name, facts, rank: rankOf(name, facts, likely) }, layout, known));
}

/** What snippets and lists of fields depend on beside their place. */
export interface FieldContext {
  readonly layout: Layout;
  readonly version: KubernetesVersion;
  readonly known: Known;
}

interface Field {
  readonly type: string;
  readonly name: string;
  readonly facts: FieldFacts;
  readonly rank: string;
}

function toCompletion(slot: Slot, path: JsonPath, field: Field, layout: Layout, known: Known): Completion {
  const { type, name, facts, rank } = field;
  const quote = slot.quote;
  return {
    label: name,
    kind: 'field',
    detail: describeType(facts),
    about: { type, field: name },
    replace: slot.replace,
    snippet: snippetOf(slot, path, name, layout),
    filter: quote === '' ? name : `${quote}${name}${quote}`,
    sort: rank,
    preselect: false,
    retrigger: !slot.renames && opensAt(path, known),
  };
}

function snippetOf(slot: Slot, path: JsonPath, name: string, layout: Layout): string {
  if (slot.renames) return slot.quote === '' ? (slot.style === 'json' ? `"${name}"` : name) : `${slot.quote}${name}${slot.quote}`;
  if (slot.style !== 'block') return slot.prefix + flowField(name, path, slot.style === 'json' || slot.quote !== '') + slot.suffix;
  return slot.prefix + blockField(name, path, slot.column, layout);
}

/** Sorts as text: required, likely, all others by name; the newest and the retired last. */
function rankOf(name: string, facts: FieldFacts, likely: readonly string[]): string {
  const place = likely.indexOf(name);
  const order = String(place < 0 ? 999 : place).padStart(3, '0');
  if (facts.required === true) return `0${order}${name}`;
  return `${place >= 0 ? 1 : facts.lastIn === undefined ? 2 : 3}${order}${name}`;
}

/** What the API server writes itself or never takes: nobody fills it in by hand. */
function isFilledByServer(type: string, name: string, path: JsonPath): boolean {
  if (type === 'DaemonSet') return name === 'status';
  // Refused in a DaemonSet's template (ValidateDaemonSetSpec, pkg/apis/apps/validation).
  if (type === 'PodSpec') return name === 'activeDeadlineSeconds' || name === 'ephemeralContainers';
  if (type !== 'ObjectMeta') return false;
  const byServer = [
    'creationTimestamp',
    'deletionGracePeriodSeconds',
    'deletionTimestamp',
    'generation',
    'managedFields',
    'resourceVersion',
    'selfLink',
    'uid',
  ];
  return (
    byServer.includes(name) || (path.length > 1 && ['name', 'namespace', 'generateName', 'ownerReferences', 'finalizers'].includes(name))
  );
}

/** The type in words; with the default and the first version that has it. */
function describeType(facts: FieldFacts): string {
  const since = facts.since === undefined ? '' : ` · since ${facts.since}`;
  const isScalar = facts.default !== undefined && typeof facts.default !== 'object';
  return `${typeText(facts)}${isScalar ? ` · default ${facts.default === '' ? '""' : String(facts.default)}` : ''}${since}`;
}
