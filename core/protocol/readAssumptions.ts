import { type Assumptions, defaultAssumptions } from './choices.ts';

/** The assumptions of the settings: each one given that makes sense, the default for the others. */
export function readAssumptions(value: unknown): Assumptions {
  const read: { -readonly [Key in keyof Assumptions]: Assumptions[Key] } = { ...defaultAssumptions };
  if (typeof value !== 'object' || value === null) return read;
  for (const [key, given] of Object.entries(value)) {
    if (isAssumption(key) && makesSense(key, given)) read[key] = given;
  }
  return read;
}

/** A year: longer is a slip of the finger. */
const mostMillis = 365 * 24 * 3600 * 1000;

function isAssumption(key: string): key is keyof Assumptions {
  return Object.hasOwn(defaultAssumptions, key);
}

function makesSense(key: keyof Assumptions, value: unknown): value is number {
  if (typeof value !== 'number' || !(value >= 0)) return false;
  return key === 'jitter' ? value <= 1 : Number.isInteger(value) && value <= mostMillis;
}
