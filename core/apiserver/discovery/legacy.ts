import type { JsonObject } from '../../base/json.ts';
import type { ApiResource } from '../resources/apiResource.ts';
import { type GroupVersion, groups, groupVersionText } from './groups.ts';

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
  const named = [...groups()].filter(([name]) => name !== '');
  return { kind: 'APIGroupList', apiVersion: 'v1', groups: named.map(([name, versions]) => groupFields(name, versions)) };
}

/** GET /apis/GROUP. */
export function apiGroup(name: string, versions: readonly GroupVersion[]): JsonObject {
  return { kind: 'APIGroup', apiVersion: 'v1', ...groupFields(name, versions) };
}

function groupFields(name: string, versions: readonly GroupVersion[]): JsonObject {
  const told = versions.map(one => ({ groupVersion: groupVersionText(one), version: one.version }));
  return { name, versions: told, preferredVersion: told[0] ?? {} };
}

/** GET /api/v1 and GET /apis/GROUP/VERSION. */
export function apiResourceList(group: GroupVersion): JsonObject {
  const head = { kind: 'APIResourceList', ...(group.name === '' ? {} : { apiVersion: 'v1' }), groupVersion: groupVersionText(group) };
  return { ...head, resources: group.told.flatMap(resourceEntries) };
}

function resourceEntries(resource: ApiResource): readonly JsonObject[] {
  const { name, singular, namespaced, kind, shortNames, categories, verbs, hash } = resource;
  const own = {
    ...{ name, singularName: singular, namespaced, kind, verbs },
    ...(shortNames.length === 0 ? {} : { shortNames }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(hash === '' ? {} : { storageVersionHash: hash }),
  };
  const below = resource.subresources.map(one => ({
    ...{ name: `${name}/${one.name}`, singularName: '', namespaced },
    ...(one.version === '' ? {} : { group: one.group, version: one.version }),
    ...{ kind: one.kind, verbs: one.verbs },
  }));
  return [own, ...below];
}
