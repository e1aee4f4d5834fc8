import type { JsonObject } from '../../base/json.ts';
import type { ApiResource, Subresource } from '../resources/apiResource.ts';
import { type GroupVersion, groups } from './groups.ts';

/** The media type under which clients ask for, and get, discovery in one document. */
export const aggregatedType = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Discovery in one document: of the core group under /api, of all others under /apis. */
export function aggregatedDiscovery(core: boolean): JsonObject {
  const items = [...groups()].filter(([name]) => (name === '') === core).map(([name, versions]) => groupJson(name, versions));
  return { kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', metadata: {}, items };
}

/** Whether an Accept header takes it. */
export function takesAggregated(accept: string): boolean {
  return accept.split(',').some(entry => {
    const parts = entry.split(';').map(part => part.trim());
    return parts.includes('g=apidiscovery.k8s.io') && parts.includes('v=v2') && parts.includes('as=APIGroupDiscoveryList');
  });
}

function groupJson(name: string, versions: readonly GroupVersion[]): JsonObject {
  const told = versions.map(({ version, told }) => ({ version, resources: told.map(resourceJson), freshness: 'Current' }));
  return { metadata: name === '' ? {} : { name }, versions: told };
}

function resourceJson({ name, kind, namespaced, singular, verbs, shortNames, categories, subresources }: ApiResource): JsonObject {
  return {
    resource: name,
    responseKind: { group: '', version: '', kind },
    scope: namespaced ? 'Namespaced' : 'Cluster',
    ...{ singularResource: singular, verbs, ...list('shortNames', shortNames), ...list('categories', categories) },
    ...(subresources.length === 0 ? {} : { subresources: subresources.map(subresourceJson) }),
  };
}

function subresourceJson({ name, group, version, kind, verbs }: Subresource): JsonObject {
  return { subresource: name, responseKind: { group, version, kind }, verbs };
}

function list(field: string, words: readonly string[]): JsonObject {
  return words.length === 0 ? {} : { [field]: words };
}
