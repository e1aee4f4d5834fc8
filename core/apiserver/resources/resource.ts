import type { Column } from '../../presentation/table.ts';

/** How objects of a resource are written: as events of the simulation, or kept as they are. */
export type Writing = 'DaemonSet' | 'Node' | 'Pod' | 'kept' | 'never';

/** One kind of object the server has, under one API group: what discovery tells of it, and its columns in a Table. */
export interface Resource {
  /** Empty: the core group. */
  readonly group: string;
  readonly version: string;
  /** `daemonsets` */
  readonly name: string;
  readonly singular: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly shortNames: readonly string[];
  readonly categories: readonly string[];
  readonly subresources: readonly Subresource[];
  readonly columns: readonly Column[];
  /** Field selectors beside metadata.name and metadata.namespace. */
  readonly fields: readonly string[];
  readonly writing: Writing;
  /** Under which name its objects are kept: both groups of events share them. */
  readonly store: string;
}

export interface Subresource {
  readonly name: string;
  readonly kind: string;
  readonly group: string;
  readonly version: string;
  readonly verbs: readonly string[];
}

export const allVerbs: readonly string[] = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];

/** `v1`, `apps/v1`. */
export function apiVersionOf({ group, version }: Resource): string {
  return group === '' ? version : `${group}/${version}`;
}

/** `/status`, which controllers write and people may patch. */
export function statusOf(kind: string, group = ''): Subresource {
  return { name: 'status', kind, group, version: 'v1', verbs: ['get', 'patch', 'update'] };
}
