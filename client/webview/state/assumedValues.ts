import type { Subject } from '../../../core/protocol/panel.ts';
import { type Assumptions, defaultAssumptions } from '../../../core/simulation/assumptions.ts';

/** What the simulation assumes and a person may change: durations, numbers, and the seed of chance. */
export type Assumed = keyof Assumptions | 'seed';

/** The values that were changed here, by name; the others are those of the settings, or of the scenario file. */
export type AssumedValues = Readonly<Partial<Record<Assumed, number>>>;

/** Those that are no durations, each with the greatest number that makes sense. */
const numbers: Readonly<Partial<Record<Assumed, number>>> = {
  registryPulls: 100_000,
  jitter: 1,
  clientQps: 100_000,
  clientBurst: 100_000,
  seed: 2 ** 32 - 1,
};
/** A year: longer is a slip of the finger. */
const mostMillis = 365 * 24 * 3600 * 1000;

/** In the order in which they are shown. */
export const assumedNames: readonly Assumed[] = [...Object.keys(defaultAssumptions).filter(isAssumption), 'seed'];

function isAssumption(key: string): key is keyof Assumptions {
  return Object.hasOwn(defaultAssumptions, key);
}

/** Whether its value is a duration, in milliseconds. */
export function isDuration(name: Assumed): boolean {
  return !Object.hasOwn(numbers, name);
}

/** The subject with the values that were changed here. */
export function withAssumed(subject: Subject, assumed: AssumedValues): Subject {
  const { seed = subject.seed, ...durations } = assumed;
  return { ...subject, seed, assumptions: { ...subject.assumptions, ...durations } };
}

/** Values out of something that is not known to hold any. */
export function readAssumed(value: unknown): AssumedValues {
  if (typeof value !== 'object' || value === null) return {};
  const given: Readonly<Record<string, unknown>> = { ...value };
  return Object.fromEntries(
    assumedNames.flatMap(name => {
      const one = given[name];
      return typeof one === 'number' && makesSense(name, one) ? [[name, one]] : [];
    }),
  );
}

/** Whether a value can be assumed at all. */
export function makesSense(name: Assumed, value: number): boolean {
  return value >= 0 && value <= (numbers[name] ?? mostMillis) && (name === 'jitter' || Number.isInteger(value));
}
