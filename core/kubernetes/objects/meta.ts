/** An instant of virtual time: integer milliseconds from the scenario's zero (the moment of the edit). Earlier ones are negative. */
export type Instant = number;
/** A span of virtual time in integer milliseconds. */
export type Millis = number;

/** Labels or annotations. Read with `Object.hasOwn`: a key may be called `constructor`. */
export type Labels = Readonly<Record<string, string>>;

/** The controller that owns an object (metav1.OwnerReference with controller = true). */
export interface ControllerRef {
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
}

/** What every object has (metav1.ObjectMeta, as far as behaviour depends on it). */
export interface ObjectMeta {
  /** Empty for cluster-scoped objects. */
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  /** metadata.creationTimestamp; the API cuts it to whole seconds. */
  readonly createdAt: Instant;
  /** metadata.deletionTimestamp as the moment of the delete request; null while the object is not being deleted. */
  readonly deletedAt: Instant | null;
  readonly owner: ControllerRef | null;
  readonly resourceVersion: number;
}

/** `namespace/name`, the key under which caches and queues know an object. */
export function objectKey(object: { readonly namespace: string; readonly name: string }): string {
  return object.namespace === '' ? object.name : `${object.namespace}/${object.name}`;
}
