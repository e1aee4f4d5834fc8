import { member } from '../../base/json.ts';
import { readJson } from '../writing/goJson.ts';

/** Where the next page of a list begins: behind the object with this key, as the store was at this version; -1: as it is now. */
export interface ContinueToken {
  readonly version: number;
  /** `namespace/name`, or the name. */
  readonly after: string;
}

/** The token as text (apiserver storage, EncodeContinue): base64 of JSON, with the key behind the last one. */
export function continueText({ version, after }: ContinueToken): string {
  const start = JSON.stringify(`/${after}\u0000`);
  return encode(`{"v":"meta.k8s.io/v1","rv":${version},"start":${start}}`);
}

/** Reads a token; a text: why it is none. */
export function readContinue(text: string): ContinueToken | string {
  const decoded = decode(text);
  if (typeof decoded === 'number') return `continue key is not valid: illegal base64 data at input byte ${decoded}`;
  const read = readJson(decoded.text);
  if (!read.ok) return `continue key is not valid: ${read.problem}`;
  const [version, start] = [member(read.value, 'rv'), member(read.value, 'start')];
  if (member(read.value, 'v') !== 'meta.k8s.io/v1') return 'continue key is not valid: server does not recognize this encoded version';
  if (typeof version !== 'number' || version === 0)
    return 'continue key is not valid: incorrect encoded start resourceVersion (version meta.k8s.io/v1)';
  if (typeof start !== 'string' || start === '') return 'continue key is not valid: encoded start key empty (version meta.k8s.io/v1)';
  return { version, after: start.replace(/^\//, '').replace('\u0000', '') };
}

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function encode(text: string): string {
  const bytes = [...encodeURIComponent(text).matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, plain]) =>
    hex === undefined ? (plain ?? '').charCodeAt(0) : Number.parseInt(hex, 16),
  );
  let coded = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const three = [bytes[i] ?? 0, bytes[i + 1] ?? 0, bytes[i + 2] ?? 0] as const;
    const bits = three[0] * 65_536 + three[1] * 256 + three[2];
    const count = Math.min(3, bytes.length - i) + 1;
    for (let k = 0; k < count; k++) coded += letters.charAt(Math.floor(bits / 64 ** (3 - k)) % 64);
  }
  return coded;
}

/** The text, or at which letter it is no base64. */
function decode(coded: string): { readonly text: string } | number {
  const values = [...coded].map(letter => letters.indexOf(letter));
  const wrong = values.indexOf(-1);
  if (wrong >= 0) return wrong;
  if (values.length % 4 === 1) return values.length - 1;
  let escaped = '';
  for (let i = 0; i < values.length; i += 4) {
    const four = values.slice(i, i + 4);
    const bits = [0, 1, 2, 3].reduce((sum, k) => sum * 64 + (four[k] ?? 0), 0);
    for (let k = 0; k < four.length - 1; k++) escaped += `%${(Math.floor(bits / 256 ** (2 - k)) % 256).toString(16).padStart(2, '0')}`;
  }
  try {
    return { text: decodeURIComponent(escaped) };
  } catch {
    // bytes that are no text: what a reader of JSON says of the first of them
    return { text: escaped.replace(/%([0-9a-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) };
  }
}
