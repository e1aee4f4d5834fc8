import { type DurationUnits, englishUnits, koreanUnits } from '../../../core/presentation/words/units.ts';

/** How a language writes durations, by its BCP 47 tag. */
export function unitsOf(language: string): DurationUnits {
  return /^ko\b/i.test(language) ? koreanUnits : englishUnits;
}
