import { isJsonObject, type JsonValue } from '../../../core/base/json.ts';
import { formatPath } from '../../../core/kubernetes/fieldError.ts';
import type { FieldKind } from '../../../core/kubernetes/schema/fieldFacts.ts';
import { fieldAt } from '../../../core/kubernetes/schema/schema.ts';
import { homeOf } from '../schema/homeOf.ts';
import { meantQuantity } from '../schema/meantQuantity.ts';
import { besideIn, suggestField } from '../schema/suggest.ts';
import type { Situation } from './situation.ts';

/** What a user is told of an error: the API server's words, and how to mend it where that is clear. */
export function describeError(situation: Situation): string {
  const { error } = situation;
  switch (error.type) {
    case 'UnknownField':
      return unknownField(situation);
    case 'TypeError':
      return wrongType(situation);
    case 'Quantity':
      return notAQuantity(situation);
    default:
      return `${formatPath(error.path)}: ${error.message}`;
  }
}

function notAQuantity({ error }: Situation): string {
  const where = formatPath(error.path);
  if (typeof error.value !== 'string') return `${where}: ${error.message}`;
  const meant = meantQuantity(error.value);
  const hint = meant === null ? 'write a number and a unit, such as 100m, 64Mi or 1Gi' : `did you mean ${meant}?`;
  return `${where}: "${error.value}" is no quantity: ${hint}`;
}

function unknownField({ error, path, version, daemonSet }: Situation): string {
  const where = formatPath(error.path);
  const name = String(path.at(-1) ?? '');
  const known = (Object.hasOwn(remarks, where) ? remarks[where] : undefined) ?? misplaced(path, name);
  if (known !== null) return `Unknown field "${where}": ${known}`;
  const facts = fieldAt(path);
  if (facts?.since !== undefined)
    return `Unknown field "${where}": Kubernetes ${version} does not have it, it exists since ${facts.since}.`;
  if (facts?.lastIn !== undefined)
    return `Unknown field "${where}": Kubernetes ${version} does not have it any more, ${facts.lastIn} was the last.`;
  const similar = suggestField(path.slice(0, -1), name, besideIn(daemonSet.value, path));
  if (similar !== null) return `Unknown field "${where}": did you mean "${similar}"?`;
  const home = homeOf(path);
  return home === null
    ? `Unknown field "${where}": ${parentName(path)} has no such field.`
    : `Unknown field "${where}": it belongs into ${home}.`;
}

/** Slips that have a name: labels right below a selector, a field inside itself. */
function misplaced(path: readonly (string | number)[], name: string): string | null {
  if (path.slice(0, -1).join('.') === 'spec.selector') return 'the labels of a selector stand below "matchLabels".';
  return path.at(-2) === name ? 'it stands inside itself: move what is in it one level up.' : null;
}

/** Fields that people take over from other kinds of object. */
const remarks: Readonly<Record<string, string>> = {
  'spec.replicas': 'a DaemonSet runs one pod on each matching node, so there is no number of replicas.',
  'spec.strategy': 'a DaemonSet calls it "updateStrategy".',
  'spec.serviceName': 'only a StatefulSet has a service name.',
};

function parentName(path: readonly (string | number)[]): string {
  const names = path.slice(0, -1).filter(step => typeof step === 'string');
  return names.length === 0 ? 'a DaemonSet' : `"${names.at(-1)}"`;
}

function wrongType({ error, path }: Situation): string {
  const facts = fieldAt(path);
  const where = formatPath(error.path);
  if (facts === undefined || error.value === undefined) return `${where}: ${error.message}`;
  return `${where}: expected ${kindNames[facts.kind]}, found ${describeValue(error.value)}.${hintFor(facts.kind, error.value)}`;
}

const kindNames: Readonly<Record<FieldKind, string>> = {
  string: 'a string',
  boolean: 'true or false',
  integer: 'a whole number',
  quantity: 'a quantity such as 100m or 64Mi',
  intOrString: 'a whole number or a percentage such as 10%',
  object: 'an object',
  list: 'a list',
  map: 'a map of keys and values',
};

function describeValue(value: JsonValue): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return `the text "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  return `${typeof value === 'number' ? 'the number' : 'the boolean'} ${String(value)}`;
}

function hintFor(wanted: FieldKind, value: JsonValue): string {
  if (wanted === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return ' Put it in quotes.';
  return wanted === 'list' && isJsonObject(value) ? ' Put a dash before the first key of each entry.' : '';
}
