/** What discovery tells of one resource of one API group. */
export interface ApiResource {
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
  /** Of the version in which objects are stored; empty: none are. */
  readonly hash: string;
  readonly verbs: readonly string[];
  readonly subresources: readonly Subresource[];
}

export interface Subresource {
  readonly name: string;
  readonly kind: string;
  /** Empty, as the version: those of its resource. */
  readonly group: string;
  readonly version: string;
  readonly verbs: readonly string[];
}

/** What may be done with most resources. */
export const all: readonly string[] = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
