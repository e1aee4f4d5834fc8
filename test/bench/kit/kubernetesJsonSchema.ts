import type { FieldFacts } from '../../../core/kubernetes/schema/fieldFacts.ts';
import { types } from '../../../core/kubernetes/schema/generated/types.ts';

/** The facts of our own schema as a strict JSON schema of a DaemonSet, for language servers that work by one. */
export function kubernetesJsonSchema(): object {
  const definitions = Object.fromEntries(
    Object.entries(types).map(([name, fields]) => [
      name,
      {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(fields).map(([field, facts]) => [field, schemaOf(facts)])),
        required: Object.entries(fields).flatMap(([field, facts]) => (facts.required === true ? [field] : [])),
      },
    ]),
  );
  return { $schema: 'http://json-schema.org/draft-07/schema#', $ref: '#/definitions/DaemonSet', definitions };
}

function schemaOf(facts: FieldFacts): object {
  switch (facts.kind) {
    case 'object':
      // What the API leaves open has no fields of its own.
      return facts.ref !== undefined && Object.hasOwn(types, facts.ref) ? { $ref: `#/definitions/${facts.ref}` } : { type: 'object' };
    case 'list':
      return { type: 'array', items: schemaOf(entryOf(facts)) };
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(entryOf(facts)) };
    case 'quantity':
    case 'intOrString':
      return { oneOf: [{ type: 'string' }, { type: facts.kind === 'quantity' ? 'number' : 'integer' }] };
    default:
      return { type: facts.kind, ...(facts.enum !== undefined && { enum: facts.enum }) };
  }
}

function entryOf(facts: FieldFacts): FieldFacts {
  return {
    kind: facts.items ?? 'string',
    ...(facts.ref !== undefined && { ref: facts.ref }),
    ...(facts.enum !== undefined && { enum: facts.enum }),
  };
}
