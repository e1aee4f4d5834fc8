import type { JsonObject } from '../../base/json.ts';
import type { Resource, Subresource } from '../resources/resource.ts';
import { type Group, groups, verbsOf } from './groups.ts';

/** The media type under which clients ask for, and get, discovery in one document. */
export const aggregatedType = 'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/** Discovery in one document: of the core group under /api, of all others under /apis. */
export function aggregatedDiscovery(core: boolean): JsonObject {
  const items = groups.filter(group => (group.name === '') === core).map(groupJson);
  return { kind: 'APIGroupDiscoveryList', apiVersion: 'apidiscovery.k8s.io/v2', metadata: {}, items };
}

/** Whether an Accept header takes it. */
export function takesAggregated(accept: string): boolean {
  return accept.split(',').some(entry => {
    const parts = entry.split(';').map(part => part.trim());
    return parts.includes('g=apidiscovery.k8s.io') && parts.includes('v=v2') && parts.includes('as=APIGroupDiscoveryList');
  });
}

function groupJson(group: Group): JsonObject {
  const versions = [{ version: group.version, resources: group.resources.map(resourceJson), freshness: 'Current' }];
  return { metadata: group.name === '' ? {} : { name: group.name }, versions };
}

function resourceJson(resource: Resource): JsonObject {
  return {
    resource: resource.name,
    responseKind: { group: '', version: '', kind: resource.kind },
    scope: resource.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: resource.singular,
    verbs: verbsOf(resource),
    ...list('shortNames', resource.shortNames),
    ...list('categories', resource.categories),
    ...(resource.subresources.length === 0 ? {} : { subresources: resource.subresources.map(one => subresourceJson(one, resource)) }),
  };
}

function subresourceJson(one: Subresource, parent: Resource): JsonObject {
  const own = one.kind === parent.kind;
  return {
    subresource: one.name,
    responseKind: { group: own ? '' : one.group, version: own ? '' : one.version, kind: one.kind },
    verbs: one.verbs,
  };
}

function list(field: string, words: readonly string[]): JsonObject {
  return words.length === 0 ? {} : { [field]: words };
}
