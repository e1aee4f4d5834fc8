import { at, type JsonValue } from '../../base/json.ts';
import { goQuote } from '../../kubernetes/goText.ts';
import { type LabelRequirements, meetsAll, parseLabelSelector } from '../../kubernetes/labelSelector/parse.ts';
import type { Clock } from '../clock.ts';
import { type ApiRequest, type Checked, fine, refuse } from '../request.ts';
import type { Resource } from '../resources/resource.ts';
import { badRequest } from '../status.ts';
import type { Stored } from '../stored.ts';

/** Which objects of a collection a request means. */
export interface Selection {
  /** Empty: all namespaces. */
  readonly namespace: string;
  readonly labels: LabelRequirements;
  readonly fields: readonly FieldTerm[];
}

/** `status.phase!=Running` */
export interface FieldTerm {
  readonly path: string;
  readonly value: string;
  readonly equal: boolean;
}

export function selectionOf(request: ApiRequest, resource: Resource, namespace: string): Checked<Selection> {
  const parsed = parseLabelSelector(request.query.get('labelSelector') ?? '');
  if ('error' in parsed) return refuse(badRequest(parsed.error));
  const fields = fieldTerms(request.query.get('fieldSelector') ?? '');
  if (typeof fields === 'string') return refuse(badRequest(fields));
  const unknown = fields.find(term => !isSelectable(resource, term.path));
  if (unknown !== undefined) return refuse(badRequest(unknownField(resource, unknown.path)));
  return fine({ namespace, labels: parsed.requirements, fields });
}

/** Whether everything in the collection is meant. */
export function selectsAll({ labels, fields }: Selection): boolean {
  return labels.length === 0 && fields.length === 0;
}

export function selects(selection: Selection, stored: Stored, clock: Clock): boolean {
  if (selection.namespace !== '' && stored.namespace !== selection.namespace) return false;
  return meetsAll(selection.labels, stored.labels) && selection.fields.every(term => meetsField(term, stored, clock));
}

function meetsField({ path, value, equal }: FieldTerm, stored: Stored, clock: Clock): boolean {
  return (fieldText(path, stored, clock) === value) === equal;
}

function fieldText(path: string, stored: Stored, clock: Clock): string {
  if (path === 'metadata.name') return stored.name;
  if (path === 'metadata.namespace') return stored.namespace;
  const found: JsonValue | undefined = at(stored.json(clock), ...(path === 'source' ? ['source', 'component'] : path.split('.')));
  if (found === undefined || found === null) return path === 'spec.unschedulable' ? 'false' : '';
  return typeof found === 'object' ? '' : String(found);
}

function isSelectable(resource: Resource, path: string): boolean {
  return path === 'metadata.name' || (path === 'metadata.namespace' && resource.namespaced) || resource.fields.includes(path);
}

function unknownField(resource: Resource, path: string): string {
  // a kind without fields of its own is told so in other words
  if (resource.fields.length > 0) return `field label not supported: ${path}`;
  const known = resource.namespaced ? '"metadata.name", "metadata.namespace"' : '"metadata.name"';
  return `${goQuote(path)} is not a known field selector: only ${known}`;
}

/** Terms joined by commas, with `\` before a comma, `=` or `\` of a value (apimachinery fields.ParseSelector); or what is wrong. */
function fieldTerms(text: string): readonly FieldTerm[] | string {
  const terms: FieldTerm[] = [];
  for (const part of text.split(/(?<!\\),/)) {
    if (part === '') continue;
    const found = /^((?:[^\\=!]|\\.)*?)(!=|==|=)(.*)$/s.exec(part);
    if (found === null) return `invalid field selector: ${part}; can't understand '${part}'`;
    const value = (found[3] ?? '').replace(/\\([\\,=])/g, '$1');
    terms.push({ path: found[1] ?? '', equal: found[2] !== '!=', value });
  }
  return terms;
}
