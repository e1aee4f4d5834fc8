import { compareOrdinal } from '../../base/compare.ts';
import type { JsonObject } from '../../base/json.ts';
import type { KubernetesVersion } from '../../kubernetes/versions.ts';
import type { ApiRequest, ApiResponse } from '../request.ts';
import { json, plain } from '../response.ts';
import { aggregatedDiscovery, aggregatedType, takesAggregated } from './aggregated.ts';
import { type GroupVersion, groupPath, groups, groupVersions } from './groups.ts';
import { checkPaths, healthReport, type Probe } from './health.ts';
import { apiGroup, apiGroupList, apiResourceList, apiVersions } from './legacy.ts';
import { openApiDocument, openApiIndex } from './openApi.ts';
import type { DescribeField } from './openApiSchemas.ts';
import { openApiV2, openApiV2Json, openApiV2Type } from './openApiV2.ts';
import { versionJson } from './version.ts';

/** Everything that is no object: what the server has, its version, its health. */
export function answerDiscovery(
  steps: readonly string[],
  request: ApiRequest,
  version: KubernetesVersion,
  describe: DescribeField,
): ApiResponse {
  const path = steps.join('/');
  if (path === 'openapi/v2') return inOpenApiV2(request, version, describe);
  const fixed = Object.hasOwn(answers, path) ? answers[path] : undefined;
  if (fixed !== undefined) return fixed(request, version);
  const group = groupVersions.find(one => groupPath(one) === path);
  if (group !== undefined) return json(apiResourceList(group));
  const named = path.startsWith('apis/') ? groups().get(path.slice('apis/'.length)) : undefined;
  if (named !== undefined) return json(apiGroup(path.slice('apis/'.length), named));
  if (checkPaths().includes(`/${path}`)) return plain('ok');
  const described = documentOf(path);
  return described === undefined ? plain('404 page not found\n', 404) : json(openApiDocument(described, version, describe));
}

function documentOf(path: string): GroupVersion | undefined {
  return groupVersions.find(group => `openapi/v3/${groupPath(group)}` === path);
}

const answers: Readonly<Record<string, (request: ApiRequest, version: KubernetesVersion) => ApiResponse>> = {
  '': () => indented({ paths: rootPaths() }),
  api: request => discovery(request, true),
  apis: request => discovery(request, false),
  version: (_request, version) => indented(versionJson(version)),
  healthz: request => health(request, 'healthz'),
  livez: request => health(request, 'livez'),
  readyz: request => health(request, 'readyz'),
  // kubectl reads the index as JSON, whatever its type says; the real one says so
  'openapi/v3': (_request, version) => ({ ...json(openApiIndex(version)), contentType: 'text/plain; charset=utf-8' }),
};

function discovery(request: ApiRequest, core: boolean): ApiResponse {
  if (takesAggregated(request.accept)) return json(aggregatedDiscovery(core), 200, [], aggregatedType);
  return json(core ? apiVersions() : apiGroupList());
}

function inOpenApiV2({ accept }: ApiRequest, version: KubernetesVersion, describe: DescribeField): ApiResponse {
  if (accept.includes('json')) return json(openApiV2Json(version, describe));
  return { status: 200, contentType: openApiV2Type, body: openApiV2(version, describe), warnings: [], binary: true };
}

/** These two come with line breaks, for people who ask by hand. */
function indented(value: JsonObject): ApiResponse {
  return { ...json(value), body: JSON.stringify(value, null, 2) };
}

function health(request: ApiRequest, probe: Probe): ApiResponse {
  return plain(request.query.has('verbose') ? healthReport(probe) : 'ok');
}

function rootPaths(): readonly string[] {
  const named = groupVersions.filter(group => group.name !== '').flatMap(group => [`/apis/${group.name}`, `/${groupPath(group)}`]);
  const own = ['/.well-known/openid-configuration', '/flagz', '/metrics', '/metrics/slis', '/openid/v1/jwks', '/statusz', '/version'];
  const all = ['/api', '/api/v1', '/apis', '/apis/', ...named, ...checkPaths(), '/openapi/v2', '/openapi/v3', '/openapi/v3/', ...own];
  return [...new Set(all)].sort(compareOrdinal);
}
