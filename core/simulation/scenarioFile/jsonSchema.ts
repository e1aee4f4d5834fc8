import type { JsonObject, JsonValue } from '../../base/json.ts';
import { scenarioShape } from './scenarioShape.ts';
import { type Field, fieldsOf, type Shape } from './shape.ts';

/** The format of scenario files as a JSON schema (draft 7), for editors that know no Daemonscope. */
export function scenarioJsonSchema(): JsonObject {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Daemonscope scenario',
    description: 'What a simulation of a DaemonSet rollout depends on: cluster, manifests, timed events, assumptions, limits.',
    ...schemaOf(scenarioShape),
  };
}

function schemaOf(shape: Shape): JsonObject {
  switch (shape.kind) {
    case 'object':
      return objectSchema(shape.fields);
    case 'variants':
      return {
        oneOf: Object.keys(shape.cases).map(name =>
          objectSchema({
            ...fieldsOf(shape, key => (key === shape.by ? name : undefined)),
            [shape.by]: constant(shape.by, name, shape.about),
          }),
        ),
      };
    case 'list':
      return { type: 'array', items: schemaOf(shape.item) };
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(shape.value) };
    case 'either':
      return { anyOf: shape.shapes.map(schemaOf) };
    case 'text':
      return {
        type: 'string',
        ...(shape.mayBeEmpty === true ? {} : { minLength: 1 }),
        ...examples(shape.suggestions?.map(({ word }) => word) ?? []),
      };
    case 'word':
      return { enum: shape.words.map(({ word }) => word) };
    case 'span':
      return { anyOf: [{ type: 'string', pattern: '^(0|([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+)$' }, { const: 0 }] };
    case 'whole':
      return { type: 'integer', minimum: shape.least, maximum: shape.most };
    case 'share':
      return { type: 'number', minimum: 0, maximum: 1 };
    case 'flag':
      return { type: 'boolean' };
    case 'none':
      return { type: 'null' };
    case 'countOrPercent':
      return {
        anyOf: [
          { type: 'integer', minimum: 0 },
          { type: 'string', pattern: '^(100|[0-9]{1,2})%$' },
        ],
      };
    case 'object of Kubernetes':
      return shape.of === 'patch' ? { type: 'object' } : { type: 'object', anyOf: [{ required: ['kind'] }, { required: ['metadata'] }] };
  }
}

function constant(by: string, name: string, about: string): Field {
  return { shape: { kind: 'word', words: [{ word: name, about: '' }] }, about: `${about} (${by})`, required: true };
}

function objectSchema(fields: Readonly<Record<string, Field>>): JsonObject {
  const required = Object.keys(fields).filter(name => fields[name]?.required === true);
  return {
    type: 'object',
    properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

function fieldSchema({ shape, about, fallback }: Field): JsonObject {
  return { description: fallback === undefined ? about : `${about} Default: ${fallback}.`, ...schemaOf(shape) };
}

function examples(words: readonly JsonValue[]): JsonObject {
  return words.length === 0 ? {} : { examples: words };
}
