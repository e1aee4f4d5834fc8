import { base64Url, bytesOfBase64Url } from '../../base/base64.ts';
import { member } from '../../base/json.ts';
import { textOfUtf8, utf8Bytes } from '../../base/utf8.ts';
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
  return base64Url(utf8Bytes(`{"v":"meta.k8s.io/v1","rv":${version},"start":${start}}`));
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

/** Bytes that are no text are shown as they are: a reader of JSON says of the first of them what is wrong. */
function decode(coded: string): { readonly text: string } | number {
  const bytes = bytesOfBase64Url(coded);
  return typeof bytes === 'number' ? bytes : { text: textOfUtf8(bytes) ?? bytes };
}
