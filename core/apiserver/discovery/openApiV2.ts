import type { JsonObject } from '../../base/json.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Resource } from '../resources/resource.ts';
import { resources } from '../resources/resources.ts';
import { groupVersions } from './groups.ts';
import { type DescribeField, schemasOf } from './openApiSchemas.ts';
import { definitionsBytes } from './openApiV2Schemas.ts';
import { message, textField } from './protobufWire.ts';

/** The media type in which kubectl asks for OpenAPI v2: protobuf alone. */
export const openApiV2Type = 'application/com.github.proto-openapi.spec.v2.v1.0+protobuf';

/**
 * GET /openapi/v2 as bytes, one character a byte (gnostic openapi_v2.Document): which resources take the parameter fieldValidation, and the schemas.
 * kubectl asks for it when the first object of a file is a List, and for `explain --output=plaintext-openapiv2`.
 */
export function openApiV2(version: KubernetesVersion, describe: DescribeField): string {
  const info = text(1, 'Kubernetes') + text(2, 'v1');
  const paths = resources
    .map(resource => message(2, text(1, `/${resource.name}/{name}`) + message(2, message(8, patchOperation(resource)))))
    .join('');
  return text(1, '2.0') + message(2, info) + message(8, paths) + message(9, definitionsBytes(schemasIn(version, describe)));
}

/** The same as JSON, for clients that ask for that: the schemas alone. */
export function openApiV2Json(version: KubernetesVersion, describe: DescribeField): JsonObject {
  const schemas = JSON.stringify(schemasIn(version, describe)).replaceAll('#/components/schemas/', '#/definitions/');
  return { swagger: '2.0', info: { title: 'Kubernetes', version: `v${version}` }, paths: {}, definitions: JSON.parse(schemas) };
}

function schemasIn(version: KubernetesVersion, describe: DescribeField): JsonObject {
  return Object.assign({}, ...groupVersions.map(group => schemasOf(group, version, describe)));
}

/** An Operation: its parameter (8) and its extension (13). */
function patchOperation({ group, kind, version }: Resource): string {
  const parameter = text(2, 'query') + text(4, 'fieldValidation') + text(6, 'string');
  const yaml = `group: "${group}"\nkind: ${kind}\nversion: ${version}\n`;
  const extension = text(1, 'x-kubernetes-group-version-kind') + message(2, text(2, yaml));
  // ParametersItem > Parameter > NonBodyParameter > QueryParameterSubSchema
  return message(8, message(1, message(2, message(3, parameter)))) + message(13, extension);
}

const text = textField;
