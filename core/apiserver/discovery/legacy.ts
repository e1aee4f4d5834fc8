import type { JsonObject } from '../../base/json.ts';
import type { Resource } from '../resources/resource.ts';
import { type Group, groups, groupVersion, verbsOf } from './groups.ts';

/** GET /api without aggregated discovery. */
export function apiVersions(): JsonObject {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [{ clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:6443' }],
  };
}

/** GET /apis without it. */
export function apiGroupList(): JsonObject {
  return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups.filter(group => group.name !== '').map(groupFields) };
}

/** GET /apis/GROUP. */
export function apiGroup(group: Group): JsonObject {
  return { kind: 'APIGroup', apiVersion: 'v1', ...groupFields(group) };
}

function groupFields(group: Group): JsonObject {
  const version = { groupVersion: groupVersion(group), version: group.version };
  return { name: group.name, versions: [version], preferredVersion: version };
}

/** GET /api/v1 and GET /apis/GROUP/VERSION. */
export function apiResourceList(group: Group): JsonObject {
  const head = { kind: 'APIResourceList', ...(group.name === '' ? {} : { apiVersion: 'v1' }), groupVersion: groupVersion(group) };
  return { ...head, resources: group.resources.flatMap(resourceEntries) };
}

function resourceEntries(resource: Resource): readonly JsonObject[] {
  const { name, singular, namespaced, kind, shortNames, categories } = resource;
  const own = {
    ...{ name, singularName: singular, namespaced, kind, verbs: verbsOf(resource) },
    ...(shortNames.length === 0 ? {} : { shortNames }),
    ...(categories.length === 0 ? {} : { categories }),
  };
  const below = resource.subresources.map(one => ({
    ...{ name: `${name}/${one.name}`, singularName: '', namespaced, kind: one.kind, verbs: one.verbs },
    ...(one.kind === kind ? {} : { group: one.group, version: one.version }),
  }));
  return [own, ...below];
}
