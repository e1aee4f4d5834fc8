import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, jsonEquals, member } from '../../base/json.ts';

/** Applies a JSON patch (RFC 6902); null: it cannot be applied. */
export function applyJsonPatch(original: JsonObject, patch: readonly JsonValue[]): JsonObject | null {
  let value: JsonValue = original;
  for (const operation of patch) {
    const next = applyOne(value, operation);
    if (next === undefined) return null;
    value = next;
  }
  return isJsonObject(value) ? value : null;
}

function applyOne(document: JsonValue, operation: JsonValue): JsonValue | undefined {
  const path = stepsOf(member(operation, 'path'));
  const op = member(operation, 'op');
  if (path === null) return undefined;
  const value = member(operation, 'value');
  switch (op) {
    case 'add':
      return value === undefined ? undefined : changeAt(document, path, value, 'add');
    case 'replace':
      return value === undefined || valueAt(document, path) === undefined ? undefined : changeAt(document, path, value, 'replace');
    case 'remove':
      return valueAt(document, path) === undefined ? undefined : changeAt(document, path, undefined, 'replace');
    case 'test': {
      const found = valueAt(document, path);
      return found !== undefined && jsonEquals(found, value ?? null) ? document : undefined;
    }
    case 'move':
    case 'copy':
      return moveOrCopy(document, stepsOf(member(operation, 'from')), path, op === 'move');
    default:
      return undefined;
  }
}

function moveOrCopy(document: JsonValue, from: readonly string[] | null, path: readonly string[], move: boolean): JsonValue | undefined {
  const value = from === null ? undefined : valueAt(document, from);
  if (from === null || value === undefined) return undefined;
  const rest = move ? changeAt(document, from, undefined, 'replace') : document;
  return rest === undefined ? undefined : changeAt(rest, path, value, 'add');
}

function stepsOf(path: JsonValue | undefined): readonly string[] | null {
  if (path === '') return [];
  if (typeof path !== 'string' || !path.startsWith('/') || path.length > 10_000) return null;
  return path
    .slice(1)
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(document: JsonValue, path: readonly string[]): JsonValue | undefined {
  let here: JsonValue | undefined = document;
  for (const step of path) here = isJsonArray(here) ? (isIndex(step) ? here[Number(step)] : undefined) : member(here, step);
  return here;
}

function isIndex(step: string): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(step);
}

/** The document with one place changed; undefined as value takes the place away; undefined as result: there is no such place. */
function changeAt(
  document: JsonValue,
  path: readonly string[],
  value: JsonValue | undefined,
  how: 'add' | 'replace',
): JsonValue | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isJsonArray(document)) return changeInList(document, step, rest, value, how);
  if (!isJsonObject(document)) return undefined;
  const inner = rest.length === 0 ? value : changeAt(member(document, step) ?? null, rest, value, how);
  if (rest.length > 0 && inner === undefined) return undefined;
  const others = Object.entries(document).filter(([key]) => key !== step);
  return Object.fromEntries(inner === undefined ? others : [...others, [step, inner]]);
}

function changeInList(
  list: readonly JsonValue[],
  step: string,
  rest: readonly string[],
  value: JsonValue | undefined,
  how: 'add' | 'replace',
): JsonValue | undefined {
  const index = step === '-' ? list.length : isIndex(step) ? Number(step) : -1;
  const last = how === 'add' && rest.length === 0 ? list.length : list.length - 1;
  if (index < 0 || index > last) return undefined;
  if (rest.length > 0) {
    const inner = changeAt(list[index] ?? null, rest, value, how);
    return inner === undefined ? undefined : list.with(index, inner);
  }
  if (value === undefined) return list.toSpliced(index, 1);
  return list.toSpliced(index, how === 'add' ? 0 : 1, value);
}
