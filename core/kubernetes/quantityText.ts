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

/** More digits than any amount has; what is beyond is dropped, so that no text costs more than its length. */
const longest = 1000;

/** Splits as parseQuantityString and the suffix table of resource/suffix.go do. */
export function splitQuantity(text: string): QuantityParts | QuantityError {
  if (text === '') return 'format';
  const negative = text.startsWith('-');
  const zeros = endOf(text, negative || text.startsWith('+') ? 1 : 0, '0');
  const whole = endOf(text, zeros, digits);
  const point = text[whole] === '.' ? whole + 1 : whole;
  const fraction = point > whole ? endOf(text, point, digits) : point;
  const letters = endOf(text, fraction, suffixLetters);
  const sign = text[letters] === '-' || text[letters] === '+' ? letters + 1 : letters;
  // digits after a sign that follows no letters are a suffix, too: one that nobody knows
  if (endOf(text, sign, digits) !== text.length) return 'format';
  const suffix = readSuffix(text.slice(fraction));
  if (suffix === null) return 'suffix';
  const shift = Math.max(0, whole - zeros - longest);
  const exponent = suffix.base === 10 ? suffix.exponent + shift : suffix.exponent;
  const kept = shift > 0 && suffix.base === 10 ? '' : text.slice(point, Math.min(fraction, point + longest));
  return { negative, whole: text.slice(zeros, whole - shift) || '0', fraction: kept, ...suffix, exponent };
}

const digits = '0123456789';
const suffixLetters = 'eEinumkKMGTP';

/** Where the run of these letters ends. */
function endOf(text: string, from: number, letters: string): number {
  let end = from;
  while (end < text.length && letters.includes(text[end] ?? '')) end++;
  return end;
}

/** The suffix that prints 10^exponent; empty where the table has none (the server prints 10^24 as `1`). */
export function decimalSuffix(exponent: number, format: QuantityFormat): string {
  if (format === 'DecimalExponent') return exponent === 0 ? '' : `e${exponent}`;
  return decimalSuffixes[exponent / 3 + 3] ?? '';
}

/** The suffix of 1024^steps: `Ki`, `Mi`, … */
export function binarySuffix(steps: number): string {
  return binarySuffixes[steps] ?? '';
}

function readSuffix(suffix: string): Pick<QuantityParts, 'base' | 'exponent' | 'format'> | null {
  const decimal = decimalSuffixes.indexOf(suffix);
  if (decimal >= 0) return { base: 10, exponent: (decimal - 3) * 3, format: 'DecimalSI' };
  const binary = binarySuffixes.indexOf(suffix);
  if (binary > 0) return { base: 2, exponent: binary * 10, format: 'BinarySI' };
  const exponent = suffix.length > longest ? undefined : /^[eE]([+-]?[0-9]+)$/.exec(suffix)?.[1];
  // beyond any number of this world, and bounded so that sums of exponents stay exact
  return exponent === undefined
    ? null
    : { base: 10, exponent: Math.max(-1e9, Math.min(1e9, Number(exponent))) + 0, format: 'DecimalExponent' };
}
