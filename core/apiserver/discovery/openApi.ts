import { fnv1a32 } from '../../base/fnv.ts';
import type { JsonObject, JsonValue } from '../../base/json.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { Resource } from '../resources/resource.ts';
import { type GroupVersion, groupPath, groupVersions } from './groups.ts';
import { type DescribeField, schemasOf } from './openApiSchemas.ts';

/** GET /openapi/v3: where the document of each group is. */
export function openApiIndex(version: KubernetesVersion): JsonObject {
  const hash = fnv1a32(JSON.stringify(groupVersions.map(groupPath)) + version)
    .toString(16)
    .toUpperCase();
  return {
    paths: Object.fromEntries(
      groupVersions.map(group => [groupPath(group), { serverRelativeURL: `/openapi/v3/${groupPath(group)}?hash=${hash}` }]),
    ),
  };
}

/** The OpenAPI v3 document of a group: its paths, and the schema of the kinds that the simulation knows field by field. */
export function openApiDocument(group: GroupVersion, version: KubernetesVersion, describe: DescribeField): JsonObject {
  return {
    openapi: '3.0.0',
    info: { title: 'Kubernetes', version: `v${version}` },
    paths: Object.fromEntries(group.resources.flatMap(resource => pathsOf(group, resource))),
    components: { schemas: schemasOf(group, version, describe) },
  };
}

const validation: JsonObject = { name: 'fieldValidation', in: 'query', schema: { type: 'string', uniqueItems: true } };

function pathsOf(group: GroupVersion, resource: Resource): readonly (readonly [string, JsonValue])[] {
  const collection = `/${groupPath(group)}/${resource.namespaced ? 'namespaces/{namespace}/' : ''}${resource.name}`;
  const operation = (action: string): JsonObject => ({
    'x-kubernetes-action': action,
    'x-kubernetes-group-version-kind': { group: resource.group, kind: resource.kind, version: resource.version },
    ...(['post', 'put', 'patch'].includes(action) ? { parameters: [validation] } : {}),
    responses: {},
  });
  return [
    [collection, { get: operation('list'), post: operation('post'), delete: operation('deletecollection') }],
    [`${collection}/{name}`, { get: operation('get'), put: operation('put'), patch: operation('patch'), delete: operation('delete') }],
  ];
}
