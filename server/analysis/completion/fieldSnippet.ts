import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';
import { fieldAt, type JsonPath, typeFacts } from '../../../core/kubernetes/schema/schema.ts';
import { literal } from './completion.ts';
import { companions } from './likely.ts';

/** How the document around is written. */
export interface Layout {
  readonly indent: number;
  /** Lists stand at the column of their key. */
  readonly flush: boolean;
  /** The label that pods are told apart by, as far as it is written: in the selector, in the template, or the DaemonSet's name. */
  readonly label: () => { readonly key: string; readonly value: string };
}

/** A counter of tab stops. */
interface Stops {
  next: number;
  /** The stops of the pods' label, once they are there: selector and template have to have the same. */
  label?: string;
}

/**
 * The snippet for a field: its key and what has to follow: a blank for a scalar, indented lines with the required fields for an object, a dash for a list.
 * `column` is that of the key.
 */
export function blockField(name: string, path: JsonPath, column: number, layout: Layout): string {
  return `${literal(name)}:${behindKey(path, column, layout, { next: 1 }, true)}`;
}

/** The first entry of the list at `path`'s parent: what comes behind the dash. `column` is that of the entry's own keys. */
export function blockItem(path: JsonPath, column: number, layout: Layout): string {
  const facts = fieldAt(path);
  return facts?.kind === 'object' ? objectLines(facts, path, column, layout, { next: 1 }) : '$1';
}

/** A field inside brackets, with the required fields of an object. */
export function flowField(name: string, path: JsonPath, json: boolean): string {
  return `${json ? `"${literal(name)}"` : literal(name)}: ${flowText(path, json, { next: 1 })}`;
}

/** A value inside brackets: an object or list in one line with what it needs. */
export function flowValue(path: JsonPath, json: boolean): string {
  return flowText(path, json, { next: 1 });
}

function flowText(path: JsonPath, json: boolean, stops: Stops): string {
  const facts = fieldAt(path);
  switch (facts?.kind) {
    case 'object': {
      const names = fieldsToWrite(facts, path);
      const quote = json ? '"' : '';
      const fields = names.map(name => `${quote}${literal(name)}${quote}: ${flowText([...path, name], json, stops)}`);
      return fields.length === 0 ? `{$${stops.next++}\\}` : `{${fields.join(', ')}\\}`;
    }
    case 'map':
      return `{$${stops.next++}\\}`;
    case 'list':
      return fieldAt([...path, 0])?.kind === 'object' ? `[${flowText([...path, 0], json, stops)}]` : `[$${stops.next++}]`;
    default:
      return flowScalar(facts, json, stops);
  }
}

/** Where JSON needs some value, one that a user types over. */
function flowScalar(facts: FieldFacts | undefined, json: boolean, stops: Stops): string {
  if (facts?.enum?.length === 1) return json ? `"${facts.enum[0]}"` : (facts.enum[0] ?? '');
  if (!json) return `$${stops.next++}`;
  return facts?.kind === 'string' || facts?.kind === 'quantity'
    ? `"$${stops.next++}"`
    : `\${${stops.next++}:${facts?.kind === 'boolean' ? 'true' : '0'}}`;
}

function behindKey(path: JsonPath, column: number, layout: Layout, stops: Stops, only: boolean): string {
  const facts = fieldAt(path);
  switch (facts?.kind) {
    case 'object':
      return `${lineBreak(column + layout.indent)}${objectLines(facts, path, column + layout.indent, layout, stops)}`;
    case 'map':
      return `${lineBreak(column + layout.indent)}${mapLine(path, layout, stops)}`;
    case 'list': {
      const dash = column + (layout.flush ? 0 : layout.indent);
      const item = fieldAt([...path, 0]);
      const body = item?.kind === 'object' ? objectLines(item, [...path, 0], dash + 2, layout, stops) : `$${stops.next++}`;
      return `${lineBreak(dash)}- ${body}`;
    }
    default:
      if (facts?.enum?.length === 1) return ` ${literal(facts.enum[0] ?? '')}`;
      return ` ${only ? '$0' : `$${stops.next++}`}`;
  }
}

function objectLines(facts: FieldFacts, path: JsonPath, column: number, layout: Layout, stops: Stops): string {
  const names = fieldsToWrite(facts, path);
  if (names.length === 0) return `$${stops.next++}`;
  return names.map(name => `${literal(name)}:${behindKey([...path, name], column, layout, stops, false)}`).join(lineBreak(column));
}

/** Required fields in the usual order, and what nearly everyone writes along. A pod template is named by its labels. */
function fieldsToWrite(facts: FieldFacts, path: JsonPath): readonly string[] {
  const type = facts.ref ?? '';
  if (path.join('.') === 'spec.template.metadata') return ['labels'];
  const along = companions[type] ?? [];
  const required = Object.entries(typeFacts(type) ?? {}).filter(([name, field]) => field.required === true && !along.includes(name));
  return [...along, ...required.map(([name]) => name)];
}

/** Labels come in pairs of key and value; what other maps hold is chosen from a list. */
function mapLine(path: JsonPath, { label }: Layout, stops: Stops): string {
  const isLabels = path.at(-1) === 'labels' || path.at(-1) === 'matchLabels';
  if (!isLabels) return `$${stops.next++}`;
  const { key, value } = label();
  const written = stops.label ?? `\${${stops.next++}:${literal(key)}}: \${${stops.next++}:${literal(value)}}`;
  if (path[0] === 'spec') stops.label = written;
  return written;
}

/** Where the first tab stop of a field's snippet stands; null: there is none. */
export function firstStop(path: JsonPath): JsonPath | null {
  const facts = fieldAt(path);
  if (facts?.kind === 'list') return firstStop([...path, 0]);
  if (facts?.kind === 'object') {
    const names = fieldsToWrite(facts, path);
    return names.length === 0 ? path : (names.map(name => firstStop([...path, name])).find(stop => stop !== null) ?? null);
  }
  return facts?.enum?.length === 1 ? null : path;
}

function lineBreak(column: number): string {
  return `\n${' '.repeat(column)}`;
}
