/** How a quantity was written: `1500M`, `1Gi` or `1e9`. It is printed the same way. */
export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent';

/** What is wrong with a text that is no quantity: its form, or only its suffix. */
export type QuantityError = 'format' | 'suffix';

/** A quantity's text taken apart: `1.5Gi` is whole `1`, fraction `5`, base 2, exponent 30. */
export interface QuantityParts {
  readonly negative: boolean;
  /** Digits without leading zeros, at least `0`. */
  readonly whole: string;
  readonly fraction: string;
  readonly base: 2 | 10;
  readonly exponent: number;
  readonly format: QuantityFormat;
}

const decimalSuffixes: readonly string[] = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E'];
const binarySuffixes: readonly string[] = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

/** Splits as parseQuantityString and the suffix table of resource/suffix.go do. */
export function splitQuantity(text: string): QuantityParts | QuantityError {
  const match = /^([+-]?)0*([0-9]*)(?:\.([0-9]*))?([eEinumkKMGTP]*[-+]?[0-9]*)$/.exec(text);
  if (text === '' || match === null) return 'format';
  const suffix = readSuffix(match[4] ?? '');
  if (suffix === null) return 'suffix';
  return { negative: match[1] === '-', whole: match[2] || '0', fraction: match[3] ?? '', ...suffix };
}

/** The suffix that prints 10^exponent; empty where the table has none (the server prints 10^24 as `1`). */
export function decimalSuffix(exponent: number, format: QuantityFormat): string {
  if (format === 'DecimalExponent') return exponent === 0 ? '' : `e${exponent}`;
  return decimalSuffixes[exponent / 3 + 3] ?? '';
}

export function binarySuffix(steps: number): string {
  return binarySuffixes[steps] ?? '';
}

function readSuffix(suffix: string): Pick<QuantityParts, 'base' | 'exponent' | 'format'> | null {
  const decimal = decimalSuffixes.indexOf(suffix);
  if (decimal >= 0) return { base: 10, exponent: (decimal - 3) * 3, format: 'DecimalSI' };
  const binary = binarySuffixes.indexOf(suffix);
  if (binary > 0) return { base: 2, exponent: binary * 10, format: 'BinarySI' };
  const exponent = /^[eE]([+-]?[0-9]+)$/.exec(suffix)?.[1];
  // beyond any number of this world, and bounded so that sums of exponents stay exact
  return exponent === undefined
    ? null
    : { base: 10, exponent: Math.max(-1e9, Math.min(1e9, Number(exponent))) + 0, format: 'DecimalExponent' };
}
