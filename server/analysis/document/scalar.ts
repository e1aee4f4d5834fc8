import { decodeBase64 } from './base64.ts';

/** What a scalar means to Kubernetes: a JSON value, or the reason it has none. */
export type ScalarValue = { readonly value: null | boolean | number | string } | { readonly error: string };

/** The words of YAML 1.1 that are no strings; case matters (go-yaml v2, resolve.go: resolveMapList). */
const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(word => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(word => [word, false] as const),
]);
const nulls: ReadonlySet<string> = new Set(['', '~', 'null', 'Null', 'NULL']);
const notJson: ReadonlySet<string> = new Set([
  '.inf',
  '.Inf',
  '.INF',
  '+.inf',
  '+.Inf',
  '+.INF',
  '-.inf',
  '-.Inf',
  '-.INF',
  '.nan',
  '.NaN',
  '.NAN',
]);
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const tagPrefix = 'tag:yaml.org,2002:';

/**
 * Resolves a scalar as Kubernetes' YAML library does (go-yaml v2 `resolve`, then JSON): `010` is 8, `yes` is true, `1_000` is 1000, `12:30` a string.
 * Quoted and block scalars are strings unless a tag says otherwise. Integers beyond 2^53 lose digits here, as in any JavaScript number.
 */
export function resolveScalar(text: string, plain: boolean, tag: string | null): ScalarValue {
  const standard = tag?.startsWith(tagPrefix) ? tag.slice(tagPrefix.length) : null;
  if (standard === 'int' || standard === 'float' || standard === 'bool' || standard === 'null') return resolveTagged(text, standard);
  if (standard === 'binary') return resolveBinary(text);
  if (tag !== null || !plain) return { value: text };
  return resolvePlain(text);
}

function resolvePlain(text: string): ScalarValue {
  if (nulls.has(text)) return { value: null };
  const word = booleans.get(text);
  if (word !== undefined) return { value: word };
  if (notJson.has(text)) return { error: `${text} is not a number in JSON, so the API server cannot take it.` };
  const number = /^[-+.0-9]/.test(text) ? resolveNumber(text) : null;
  return { value: number ?? text };
}

function resolveBinary(text: string): ScalarValue {
  const value = decodeBase64(text);
  return value === null ? { error: 'This is no base64, as !!binary needs.' } : { value };
}

function resolveTagged(text: string, type: 'int' | 'float' | 'bool' | 'null'): ScalarValue {
  const resolved = resolvePlain(text);
  if ('error' in resolved) return resolved;
  const found = resolved.value === null ? 'null' : typeof resolved.value;
  const wanted = { int: 'number', float: 'number', bool: 'boolean', null: 'null' }[type];
  return found === wanted ? resolved : { error: `"${text}" cannot be read as !!${type}.` };
}

/** A number, or null when the text is none. Integers follow Go's ParseInt with base 0 after underscores are dropped. */
function resolveNumber(text: string): number | null {
  if (text.startsWith('.')) return /^\.[0-9]+([eE][-+]?[0-9]+)?$/.test(text) ? finite(Number(text)) : null;
  const plain = text.replaceAll('_', '');
  const integer = resolveInteger(plain);
  if (integer !== null) return integer;
  return float.test(plain) ? finite(Number(plain)) : null;
}

function resolveInteger(text: string): number | null {
  const negative = text.startsWith('-');
  const digits = text.replace(/^[-+]/, '');
  const magnitude = parseMagnitude(digits);
  if (magnitude === null) return null;
  return negative && magnitude !== 0 ? -magnitude : magnitude;
}

function parseMagnitude(digits: string): number | null {
  if (/^0[xX][0-9a-fA-F]+$/.test(digits) || /^0[bB][01]+$/.test(digits)) return Number(digits.toLowerCase());
  const octal = /^0[oO]?([0-7]+)$/.exec(digits);
  if (octal !== null) return Number(`0o${octal[1]}`);
  return /^(0|[1-9][0-9]*)$/.test(digits) ? Number(digits) : null;
}

/** Too large for a 64-bit float: go-yaml leaves it a string. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
