import { base64 } from '../../base/base64.ts';
import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import { textOfUtf8 } from '../../base/utf8.ts';

/**
 * Bodies in protobuf, which kubectl sends for a few kinds whatever the server prefers: the envelope `k8s\0` with a runtime.Unknown, and in it the message.
 * Only the fields of those few kinds are known (k8s.io/api, generated.proto); of any other kind the metadata is read.
 */
export function readProtobuf(body: string): JsonObject | null {
  if (!body.startsWith('k8s\u0000')) return null;
  try {
    const envelope = message(body.slice(4), unknown, 0);
    const type = envelope.typeMeta;
    const kind = typeof type === 'object' && type !== null && 'kind' in type ? String(type.kind) : '';
    if (kind === '' || typeof envelope.raw !== 'string') return null;
    const fields = (Object.hasOwn(kinds, kind) ? kinds[kind] : undefined) ?? onlyMetadata;
    return { ...(type as JsonObject), ...withPlainPorts(message(envelope.raw, fields, 0)) };
  } catch (error) {
    if (error instanceof Malformed) return null;
    throw error;
  }
}

/** Kinds of which a body is understood whole. */
export function isUnderstood(kind: string): boolean {
  return Object.hasOwn(kinds, kind);
}

/** An IntOrString is three fields on the wire and one value in JSON. */
function withPlainPorts(object: JsonObject): JsonObject {
  const spec = member(object, 'spec');
  const list = member(spec, 'ports');
  if (!isJsonObject(spec) || !isJsonArray(list)) return object;
  const plain = list.map((port): JsonValue => {
    const target = member(port, 'targetPort');
    if (!isJsonObject(port) || !isJsonObject(target)) return port;
    return { ...port, targetPort: member(target, 'type') === 1 ? (member(target, 'strVal') ?? '') : (member(target, 'intVal') ?? 0) };
  });
  return { ...object, spec: { ...spec, ports: plain } };
}

export function isProtobuf(mediaType: string): boolean {
  return mediaType === 'application/vnd.kubernetes.protobuf';
}

type Field =
  | { readonly name: string; readonly is: 'text' | 'bytes' | 'int' | 'flag'; readonly many?: boolean }
  | { readonly name: string; readonly is: 'map' | 'byteMap' }
  | { readonly name: string; readonly is: 'message'; readonly fields: Fields; readonly many?: boolean };
type Fields = Readonly<Record<number, Field>>;

const text = (name: string): Field => ({ name, is: 'text' });
const inner = (name: string, fields: Fields): Field => ({ name, is: 'message', fields });

const unknown: Fields = { 1: inner('typeMeta', { 1: text('apiVersion'), 2: text('kind') }), 2: { name: 'raw', is: 'bytes' } };

const metadata = inner('metadata', {
  ...{ 1: text('name'), 2: text('generateName'), 3: text('namespace'), 5: text('uid'), 6: text('resourceVersion') },
  ...{ 11: { name: 'labels', is: 'map' }, 12: { name: 'annotations', is: 'map' } },
});

const resourceAttributes: Fields = {
  ...{
    1: text('namespace'),
    2: text('verb'),
    3: text('group'),
    4: text('version'),
    5: text('resource'),
    6: text('subresource'),
    7: text('name'),
  },
};

const accessSpec: Fields = {
  1: inner('resourceAttributes', resourceAttributes),
  2: inner('nonResourceAttributes', { 1: text('path'), 2: text('verb') }),
};

const many = (name: string): Field => ({ name, is: 'text', many: true });
const map = (name: string): Field => ({ name, is: 'map' });
const flag = (name: string): Field => ({ name, is: 'flag' });
const int = (name: string): Field => ({ name, is: 'int' });
const list = (name: string, fields: Fields): Field => ({ name, is: 'message', fields, many: true });

const rules = list('rules', {
  1: many('verbs'),
  2: many('apiGroups'),
  3: many('resources'),
  4: many('resourceNames'),
  5: many('nonResourceURLs'),
});
const role: Fields = { 1: metadata, 2: rules };
const binding: Fields = {
  ...{ 1: metadata, 2: list('subjects', { 1: text('kind'), 2: text('apiGroup'), 3: text('name'), 4: text('namespace') }) },
  3: inner('roleRef', { 1: text('apiGroup'), 2: text('kind'), 3: text('name') }),
};
const ports = list('ports', {
  ...{ 1: text('name'), 2: text('protocol'), 3: int('port'), 5: int('nodePort') },
  4: inner('targetPort', { 1: int('type'), 2: int('intVal'), 3: text('strVal') }),
});

/** Of a kind that is not here only the metadata is read. */
const onlyMetadata: Fields = { 1: metadata };

const kinds: Readonly<Record<string, Fields>> = {
  Namespace: onlyMetadata,
  ConfigMap: { 1: metadata, 2: map('data'), 3: { name: 'binaryData', is: 'byteMap' }, 4: flag('immutable') },
  Secret: { 1: metadata, 2: { name: 'data', is: 'byteMap' }, 3: text('type'), 4: map('stringData'), 5: flag('immutable') },
  ServiceAccount: onlyMetadata,
  Service: {
    1: metadata,
    2: inner('spec', { 1: ports, 2: map('selector'), 3: text('clusterIP'), 4: text('type'), 10: text('externalName') }),
  },
  ...{ Role: role, ClusterRole: role, RoleBinding: binding, ClusterRoleBinding: binding },
  PriorityClass: { 1: metadata, 2: int('value'), 3: flag('globalDefault'), 4: text('description'), 5: text('preemptionPolicy') },
  DeleteOptions: {
    ...{ 1: { name: 'gracePeriodSeconds', is: 'int' }, 2: inner('preconditions', { 1: text('uid'), 2: text('resourceVersion') }) },
    ...{ 4: text('propagationPolicy'), 5: { name: 'dryRun', is: 'text', many: true } },
  },
  SelfSubjectAccessReview: { 1: metadata, 2: inner('spec', accessSpec) },
  SelfSubjectRulesReview: { 1: metadata, 2: inner('spec', { 1: text('namespace') }) },
  SelfSubjectReview: { 1: metadata },
};

/** Thrown for bytes that are no message; never leaves this file. */
class Malformed extends Error {}

interface Reader {
  readonly bytes: string;
  at: number;
}

const deepest = 20;

function message(bytes: string, fields: Fields, depth: number): Record<string, JsonValue> {
  if (depth > deepest) throw new Malformed();
  const reader: Reader = { bytes, at: 0 };
  const entries = new Map<string, JsonValue>();
  while (reader.at < bytes.length) {
    const tag = varint(reader);
    const field = fields[Math.floor(tag / 8)];
    const raw = wireValue(reader, tag % 8);
    if (field === undefined) continue;
    const value = fieldValue(field, raw, entries.get(field.name), depth);
    // in JSON an empty text is left out
    if (field.is === 'text' && value === '' && field.many !== true && field.name !== 'value') continue;
    entries.set(field.name, 'many' in field && field.many === true ? [...listOf(entries.get(field.name)), value] : value);
  }
  return Object.fromEntries(entries);
}

function fieldValue(field: Field, raw: string | number, before: JsonValue | undefined, depth: number): JsonValue {
  if (field.is === 'int') return Number(raw);
  if (field.is === 'flag') return raw !== 0;
  if (typeof raw !== 'string') throw new Malformed();
  if (field.is === 'bytes') return raw;
  if (field.is === 'text') return utf8(raw);
  if (field.is === 'message') return message(raw, field.fields, depth + 1);
  const { key, value } = message(
    raw,
    { 1: text('key'), 2: field.is === 'byteMap' ? { name: 'value', is: 'bytes' } : text('value') },
    depth + 1,
  );
  const known = typeof before === 'object' && before !== null && !Array.isArray(before) ? Object.entries(before) : [];
  const shown = field.is === 'byteMap' ? base64(String(value ?? '')) : (value ?? '');
  return Object.fromEntries([...known, [String(key ?? ''), shown]]);
}

function wireValue(reader: Reader, type: number): string | number {
  if (type === 0) return varint(reader);
  if (type !== 2) throw new Malformed();
  const length = varint(reader);
  const start = reader.at;
  if (length > reader.bytes.length - start) throw new Malformed();
  reader.at = start + length;
  return reader.bytes.slice(start, reader.at);
}

function varint(reader: Reader): number {
  let value = 0;
  for (let factor = 1; ; factor *= 128) {
    const byte = reader.bytes.charCodeAt(reader.at++);
    if (Number.isNaN(byte) || factor > 2 ** 42) throw new Malformed();
    value += (byte & 127) * factor;
    if (byte < 128) return value;
  }
}

/** One character a byte → text. */
function utf8(bytes: string): string {
  const read = textOfUtf8(bytes);
  if (read === null) throw new Malformed();
  return read;
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}
