/** Ordinal order of two strings by UTF-16 code unit, as -1, 0 or 1. Never depends on a locale, so a trace is the same on every machine. */
export function compareOrdinal(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Order of two numbers as -1, 0 or 1. */
export function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
