/** Thrown for a state that the code itself made impossible. A user's mistake is never one: that is a value. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}

/** Fails loudly when an invariant of ours does not hold. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionError(message);
}

/** The value, when it is there; an invariant of ours says it always is. */
export function defined<T>(value: T | undefined | null, message: string): T {
  if (value === undefined || value === null) throw new AssertionError(message);
  return value;
}

/** Marks the end of a `switch` over a union: the compiler refuses it while a member is unhandled. */
export function assertNever(value: never): never {
  throw new AssertionError(`unhandled case: ${JSON.stringify(value)}`);
}
