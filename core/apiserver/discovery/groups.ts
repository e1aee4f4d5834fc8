import type { Resource } from '../resources/resource.ts';
import { resources } from '../resources/resources.ts';

/** A group of the server with the resources of its one version. */
export interface Group {
  readonly name: string;
  readonly version: string;
  readonly resources: readonly Resource[];
}

/** The core group first, then the named ones. */
export const groups: readonly Group[] = groupsOf(resources);

function groupsOf(all: readonly Resource[]): readonly Group[] {
  const names = [...new Set(all.map(one => one.group))];
  return names.map(name => ({ name, version: 'v1', resources: all.filter(one => one.group === name) }));
}

/** `v1`, `apps/v1`. */
export function groupVersion({ name, version }: Group): string {
  return name === '' ? version : `${name}/${version}`;
}

/** The path under which the group answers. */
export function groupPath(group: Group): string {
  return group.name === '' ? `api/${group.version}` : `apis/${groupVersion(group)}`;
}

/** What may be done with a resource. */
export function verbsOf(resource: Resource): readonly string[] {
  return resource.writing === 'never' ? ['get', 'list', 'watch'] : allVerbsList;
}

const allVerbsList: readonly string[] = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
