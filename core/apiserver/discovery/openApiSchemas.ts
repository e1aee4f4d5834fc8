import type { JsonObject, JsonValue } from '../../base/json.ts';
import type { FieldFacts } from '../../kubernetes/schema/fieldFacts.ts';
import { isKnownIn, rootType, typeFacts } from '../../kubernetes/schema/schema.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Resource } from '../resources/resource.ts';
import type { GroupVersion } from './groups.ts';

/** What Kubernetes says of a field of a type; of the type itself under the empty name. */
export type DescribeField = (type: string, field: string) => string;

/** Of the kinds of a group; those the simulation does not know field by field are plain objects. */
export function schemasOf(group: GroupVersion, version: KubernetesVersion, describe: DescribeField): JsonObject {
  const schemas = new Map<string, JsonValue>(Object.entries(scalarSchemas));
  addType(schemas, 'ObjectMeta', version, describe);
  for (const resource of group.resources) {
    if (resource.kind === 'Pod') addType(schemas, 'PodSpec', version, describe);
    if (typeFacts(resource.kind) !== undefined) addType(schemas, resource.kind, version, describe);
    const name = schemaName(resource.kind, resource);
    schemas.set(name, { ...(schemas.get(name) as JsonObject | undefined), ...rootOf(resource, schemas.get(name)) });
  }
  return Object.fromEntries(schemas);
}

const scalarSchemas: JsonObject = {
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': {
    description: 'FieldsV1 stores a set of fields in a data structure like a Trie.',
    type: 'object',
  },
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': {
    description:
      'IntOrString is a type that can hold an int32 or a string.  When used in JSON or YAML marshalling and unmarshalling, it produces or consumes the inner type.  This allows you to have, for example, a JSON field that can accept a name or number.',
    format: 'int-or-string',
    oneOf: [{ type: 'integer' }, { type: 'string' }],
  },
  'io.k8s.apimachinery.pkg.api.resource.Quantity': {
    description: 'Quantity is a fixed-point representation of a number.',
    oneOf: [{ type: 'string' }, { type: 'number' }],
  },
};

/** The root of a kind carries its group and version. */
function rootOf(resource: Resource, known: JsonValue | undefined): JsonObject {
  const { group, kind, version } = resource;
  const tag = { 'x-kubernetes-group-version-kind': [{ group, kind, version }] };
  if (known !== undefined) return tag;
  const metadata = { allOf: [reference('ObjectMeta')], default: {} };
  if (kind === 'Pod') {
    const spec = { allOf: [reference('PodSpec')], default: {} };
    return { type: 'object', properties: { ...typeMeta, metadata, spec, status: { type: 'object' } }, ...tag };
  }
  return { type: 'object', properties: { ...typeMeta, metadata }, [unknownFields]: true, ...tag };
}

const conventions = 'https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md';

/** What every object begins with (metav1.TypeMeta). */
const typeMeta: JsonObject = {
  apiVersion: {
    description: `APIVersion defines the versioned schema of this representation of an object. Servers should convert recognized schemas to the latest internal value, and may reject unrecognized values. More info: ${conventions}#resources`,
    type: 'string',
  },
  kind: {
    description: `Kind is a string value representing the REST resource this object represents. Servers may infer this from the endpoint the client submits requests to. Cannot be updated. In CamelCase. More info: ${conventions}#types-kinds`,
    type: 'string',
  },
};

/** Says of a schema that its fields are not all there. */
export const unknownFields = 'x-kubernetes-preserve-unknown-fields';

function addType(schemas: Map<string, JsonValue>, type: string, version: KubernetesVersion, describe: DescribeField): void {
  const name = schemaName(type);
  const facts = typeFacts(type);
  if (schemas.has(name) || facts === undefined) return;
  // first a place holder: types may refer to themselves
  schemas.set(name, {});
  const fields = Object.entries(facts).filter(([, field]) => isKnownIn(field, version));
  const properties = fields.map(([field, own]): [string, JsonObject] => {
    if (own.ref !== undefined) addType(schemas, own.ref, version, describe);
    return [field, fieldSchema(own, inServerWords(describe(type, field)))];
  });
  const required = fields.filter(([, field]) => field.required === true).map(([field]) => field);
  schemas.set(name, {
    ...{ description: inServerWords(describe(type, '')), type: 'object' },
    properties: { ...Object.fromEntries(properties), ...(type === rootType ? typeMeta : {}) },
    ...(required.length === 0 ? {} : { required }),
  });
}

/** The texts are Markdown for people who read them in an editor; the server's are plain. */
function inServerWords(text: string): string {
  const plain = text.replace(/ ?\[More info\]\((\S+?)\)/g, ' More info: $1');
  const list = plain.indexOf('\n\nPossible values:\n');
  if (list < 0) return plain;
  return plain.slice(0, list) + plain.slice(list).replace('Possible values:', 'Possible enum values:').replaceAll('\n- ', '\n - ');
}

function fieldSchema(facts: FieldFacts, description: string): JsonObject {
  const about = description === '' ? {} : { description };
  if (facts.kind === 'object')
    return { ...about, ...(facts.ref === undefined ? { type: 'object' } : { allOf: [reference(facts.ref)], default: {} }) };
  if (facts.kind === 'list') return { ...about, type: 'array', items: itemSchema(facts), ...listExtensions(facts) };
  if (facts.kind === 'map') return { ...about, type: 'object', additionalProperties: itemSchema(facts) };
  return { ...about, ...scalar(facts.kind, facts), ...(facts.enum === undefined ? {} : { enum: facts.enum }) };
}

function itemSchema(facts: FieldFacts): JsonObject {
  if (facts.ref !== undefined) return { allOf: [reference(facts.ref)], default: {} };
  return facts.items === undefined || facts.items === 'object' ? { type: 'object' } : scalar(facts.items, facts);
}

function scalar(kind: string, { format }: FieldFacts): JsonObject {
  if (kind === 'quantity') return { allOf: [{ $ref: '#/components/schemas/io.k8s.apimachinery.pkg.api.resource.Quantity' }] };
  if (kind === 'intOrString') return { allOf: [{ $ref: '#/components/schemas/io.k8s.apimachinery.pkg.util.intstr.IntOrString' }] };
  return { type: kind, ...(format === undefined ? {} : { format }) };
}

function listExtensions({ listType, listMapKeys, patchStrategy, patchMergeKey }: FieldFacts): JsonObject {
  return {
    ...(listType === undefined ? {} : { 'x-kubernetes-list-type': listType }),
    ...(listMapKeys === undefined ? {} : { 'x-kubernetes-list-map-keys': listMapKeys }),
    ...(patchStrategy === undefined ? {} : { 'x-kubernetes-patch-strategy': patchStrategy }),
    ...(patchMergeKey === undefined ? {} : { 'x-kubernetes-patch-merge-key': patchMergeKey }),
  };
}

function reference(type: string): JsonObject {
  return { $ref: `#/components/schemas/${schemaName(type)}` };
}

const metaTypes = ['ObjectMeta', 'OwnerReference', 'ManagedFieldsEntry', 'LabelSelector', 'LabelSelectorRequirement', 'FieldsV1'];

/** The full name of a type: apps for those of DaemonSets, meta for what all kinds share, core for the rest. */
function schemaName(type: string, resource?: Resource): string {
  if (metaTypes.includes(type)) return `io.k8s.apimachinery.pkg.apis.meta.v1.${type}`;
  if (type.startsWith('DaemonSet') || type.startsWith('RollingUpdate')) return `io.k8s.api.apps.v1.${type}`;
  const group = resource === undefined || resource.group === '' ? 'core' : resource.group.replace(/\..*$/, '');
  return `io.k8s.api.${group}.v1.${type}`;
}
