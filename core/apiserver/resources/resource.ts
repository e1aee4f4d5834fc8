import type { Column } from '../../presentation/table.ts';
import type { ApiResource } from './apiResource.ts';

/**
 * How objects of a resource are written: as events of the simulation, or kept as they are. `controller`: the simulation alone writes them.
 * `idle`: nothing here would act on them, so they are refused.
 */
export type Writing = 'DaemonSet' | 'Node' | 'Pod' | 'Event' | 'kept' | 'controller' | 'idle';

/** One kind of object the server has, under one API group: what discovery tells of it, and how this server treats it. */
export interface Resource extends ApiResource {
  /** Of a Table. */
  readonly columns: readonly Column[];
  /** Field selectors beside metadata.name and metadata.namespace. */
  readonly fields: readonly string[];
  readonly writing: Writing;
  /** Under which name its objects are kept: both groups of events share them. */
  readonly store: string;
}

/** `v1`, `apps/v1`. */
export function apiVersionOf({ group, version }: ApiResource): string {
  return group === '' ? version : `${group}/${version}`;
}
