import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';
import { fieldAt, type JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import type { NodeAt } from '../document/nodeAt.ts';
import { typePage } from '../links/typePage.ts';
import { describeField } from '../schema/describe.ts';
import { enumMeaning } from '../schema/enumMeanings.ts';
import { typeText } from '../schema/typeText.ts';
import { effectiveValue, type World } from './effectiveValue.ts';
import { escapeMarkdown } from './markdown.ts';
import { nodesWith } from './nodesWith.ts';

/** The Markdown for a place: name and type, what its value comes to, what Kubernetes says of the field. */
export function describePlace(place: NodeAt, world: World): string | null {
  const field = fieldOfPath(place.path);
  if (field === null) return null;
  const parts = [
    `**${escapeMarkdown(field.name)}** · ${typeText(field.facts)}`,
    place.node.kind === 'scalar' ? (effectiveValue(field.facts, place.node.text, world) ?? '') : '',
    place.node.kind === 'scalar' ? (enumMeaning(field.type, field.name, place.node.text) ?? '') : '',
    nodesWith(place.path, world) ?? '',
    describeField(field.type, field.name) ?? '',
    facts(field),
    `[API reference](${typePage(field.type, world.version)})`,
  ];
  return parts.filter(part => part !== '').join('\n\n');
}

interface FieldOfPath {
  readonly type: string;
  readonly name: string;
  readonly facts: FieldFacts;
}

/** The field a path ends at; for an entry of a list or map, the field of the list or map. */
function fieldOfPath(path: JsonPath): FieldOfPath | null {
  const facts = fieldAt(path);
  if (facts === undefined || path.length === 0) return null;
  const parent = fieldAt(path.slice(0, -1));
  const isEntry = parent?.kind === 'list' || parent?.kind === 'map';
  const own = isEntry ? path.slice(0, -1) : path;
  const type = fieldAt(own.slice(0, -1))?.ref;
  const name = own.at(-1);
  const ownFacts = fieldAt(own);
  return type === undefined || typeof name !== 'string' || ownFacts === undefined
    ? null
    : { type, name, facts: isEntry && facts.kind !== 'object' ? facts : ownFacts };
}

function facts({ type, name, facts: field }: FieldOfPath): string {
  const lines = [
    field.default === undefined || typeof field.default === 'object'
      ? ''
      : `Default: \`${field.default === '' ? '""' : String(field.default)}\``,
    field.defaultOneOf === undefined
      ? ''
      : `Default: ${field.defaultOneOf.map(value => `\`${String(value)}\``).join(' or ')}, depending on other fields`,
    ...values(type, name, field.enum ?? []),
    field.since === undefined ? '' : `Since Kubernetes ${field.since}`,
    field.lastIn === undefined ? '' : `Last in Kubernetes ${field.lastIn}`,
    field.listMapKeys === undefined ? '' : `Entries are merged by ${field.listMapKeys.map(key => `\`${key}\``).join(', ')}`,
  ];
  return lines.filter(line => line !== '').join('  \n');
}

/** More are no help in a hover: completion has them. */
const mostValues = 12;

/** The values of an enumeration; with what they mean, a line each, where we know it. */
function values(type: string, name: string, all: readonly string[]): readonly string[] {
  if (all.length === 0 || all.length > mostValues) return [];
  const shown = all.map(value => ({ code: `\`${value === '' ? '""' : value}\``, meaning: enumMeaning(type, name, value) }));
  if (shown.every(({ meaning }) => meaning === null)) return [`Values: ${shown.map(({ code }) => code).join(', ')}`];
  return ['Values:', ...shown.map(({ code, meaning }) => (meaning === null ? code : `${code}: ${meaning}`))];
}
