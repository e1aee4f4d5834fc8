import { isJsonArray, isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import { unknownFields } from './openApiSchemas.ts';
import { message, textField } from './protobufWire.ts';

/** Schemas of OpenAPI v3, as the definitions of an OpenAPI v2 document in protobuf (gnostic openapi_v2: Definitions of NamedSchema). */
export function definitionsBytes(schemas: JsonObject): string {
  return Object.entries(schemas)
    .map(([name, schema]) => message(1, textField(1, name) + message(2, schemaBytes(schema))))
    .join('');
}

/** A Schema. Of a kind that this server does not know field by field nothing is said: what is missing from a list of fields would count as a mistake. Its number of each field is that of gnostic's message. */
function schemaBytes(schema: JsonValue): string {
  const reference = referenceIn(schema);
  const description = textOf(member(schema, 'description'));
  const about = description === '' ? '' : textField(4, description);
  if (reference !== '') return textField(1, reference.replace('#/components/schemas/', '#/definitions/')) + about;
  const [properties, items, values] = [member(schema, 'properties'), member(schema, 'items'), member(schema, 'additionalProperties')];
  return [
    ...(textOf(member(schema, 'format')) === '' ? [] : [textField(2, textOf(member(schema, 'format')))]),
    about,
    ...listOf(member(schema, 'required')).map(name => textField(19, textOf(name))),
    ...(values === undefined ? [] : [message(21, message(1, schemaBytes(values)))]),
    message(22, textField(1, textOf(member(schema, 'type')) || 'string')),
    ...(items === undefined ? [] : [message(23, message(1, schemaBytes(items)))]),
    ...(isJsonObject(properties) && member(schema, unknownFields) === undefined ? [message(25, definitionsBytes(properties))] : []),
    ...listOf(member(schema, 'x-kubernetes-group-version-kind')).map(kindExtension),
  ].join('');
}

/** The extension by which kubectl finds the schema of a kind: a NamedAny with YAML. */
function kindExtension(kind: JsonValue): string {
  const [group, name, version] = ['group', 'kind', 'version'].map(key => textOf(member(kind, key)));
  const yaml = `- group: "${group}"\n  kind: ${name}\n  version: ${version}\n`;
  return message(31, textField(1, 'x-kubernetes-group-version-kind') + message(2, textField(2, yaml)));
}

function referenceIn(schema: JsonValue): string {
  const [first] = listOf(member(schema, 'allOf'));
  return textOf(member(first, '$ref')) || textOf(member(schema, '$ref'));
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isJsonArray(value) ? value : [];
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
