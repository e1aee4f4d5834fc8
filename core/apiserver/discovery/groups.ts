import type { ApiResource } from '../resources/apiResource.ts';
import { apiResources } from '../resources/generated/apiResources.ts';
import type { Resource } from '../resources/resource.ts';
import { resources } from '../resources/resources.ts';

/** One version of an API group. */
export interface GroupVersion {
  /** Empty: the core group. */
  readonly name: string;
  readonly version: string;
  /** Everything that discovery tells of. */
  readonly told: readonly ApiResource[];
  /** What objects can be asked for. */
  readonly resources: readonly Resource[];
}

/** The core group first, then the named ones, in the order in which the API server tells of them. */
export const groupVersions: readonly GroupVersion[] = inOrder(apiResources);

function inOrder(all: readonly ApiResource[]): readonly GroupVersion[] {
  const same = (a: ApiResource, b: ApiResource): boolean => a.group === b.group && a.version === b.version;
  const firsts = all.filter((one, index) => all.findIndex(other => same(one, other)) === index);
  return firsts.map(first => ({
    ...{ name: first.group, version: first.version, told: all.filter(one => same(one, first)) },
    resources: resources.filter(one => same(one, first)),
  }));
}

/** The versions of each group, the preferred one first. */
export function groups(): ReadonlyMap<string, readonly GroupVersion[]> {
  const names = new Set(groupVersions.map(one => one.name));
  return new Map([...names].map(name => [name, groupVersions.filter(one => one.name === name)]));
}

/** `v1`, `apps/v1`. */
export function groupVersionText({ name, version }: GroupVersion): string {
  return name === '' ? version : `${name}/${version}`;
}

/** The path under which the group answers. */
export function groupPath(group: GroupVersion): string {
  return group.name === '' ? `api/${group.version}` : `apis/${groupVersionText(group)}`;
}
