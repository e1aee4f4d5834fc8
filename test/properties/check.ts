import fc from 'fast-check';

/**
 * Checks a property. A failure names its seed and the one command that runs it again.
 * PROPERTY_RUNS sets the number of runs; PROPERTY_SEED and PROPERTY_PATH replay.
 */
export function check<T>(title: string, arbitrary: fc.Arbitrary<T>, holds: (value: T) => void, runs = 8): void {
  const { PROPERTY_RUNS, PROPERTY_SEED, PROPERTY_PATH } = process.env;
  const result = fc.check(fc.property(arbitrary, holds), {
    numRuns: PROPERTY_RUNS === undefined ? runs : Number(PROPERTY_RUNS),
    interruptAfterTimeLimit: 30_000,
    seed: PROPERTY_SEED === undefined ? defaultSeed : Number(PROPERTY_SEED),
    ...(PROPERTY_PATH === undefined ? {} : { path: PROPERTY_PATH }),
  });
  if (!result.failed) return;
  const replay = `PROPERTY_SEED=${result.seed} PROPERTY_PATH=${result.counterexamplePath ?? ''} npm run unit -- test/properties --grep "${title}"`;
  const cause =
    result.errorInstance instanceof Error ? (result.errorInstance.stack ?? result.errorInstance.message) : String(result.errorInstance);
  throw new Error(`${cause}\n\nreplay: ${replay}\ncounterexample: ${JSON.stringify(result.counterexample?.[0])}`);
}

/** The same each time, so that a red run is red again; other seeds come by PROPERTY_SEED. */
const defaultSeed = 20261124;
