import assert from 'node:assert/strict';

const everyMs = 40;

/** Waits until `look` yields what is expected; on timeout fails as `assert.deepEqual` of the last look would. Looks that throw count as not yet. */
export async function eventually<T>(what: string, look: () => Promise<T> | T, expected: T, limitMs = 20_000): Promise<void> {
  const last = await poll(look, value => isEqual(value, expected), limitMs);
  if ('error' in last) throw new Error(`${what}: ${String(last.error)}`);
  assert.deepEqual(last.value, expected, what);
}

/** Waits until a look satisfies `condition`, and yields it. */
export async function until<T>(what: string, look: () => Promise<T> | T, condition: (value: T) => boolean, limitMs = 20_000): Promise<T> {
  const last = await poll(look, condition, limitMs);
  if ('error' in last) throw new Error(`${what}: ${String(last.error)}`);
  if (!condition(last.value)) assert.fail(`waited ${limitMs / 1000} s for: ${what}; last seen: ${JSON.stringify(last.value)}`);
  return last.value;
}

async function poll<T>(
  look: () => Promise<T> | T,
  good: (value: T) => boolean,
  limitMs: number,
): Promise<{ value: T } | { error: unknown }> {
  const deadline = Date.now() + limitMs;
  for (;;) {
    const seen = await attempt(look);
    if (('value' in seen && good(seen.value)) || Date.now() > deadline) return seen;
    await new Promise(resolve => setTimeout(resolve, everyMs));
  }
}

async function attempt<T>(look: () => Promise<T> | T): Promise<{ value: T } | { error: unknown }> {
  try {
    return { value: await look() };
  } catch (error) {
    return { error };
  }
}

function isEqual(a: unknown, b: unknown): boolean {
  try {
    assert.deepEqual(a, b);
    return true;
  } catch {
    return false;
  }
}
