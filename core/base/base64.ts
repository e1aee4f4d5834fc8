const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Bytes, one character each, as base64 (RFC 4648), with `=` at the end. */
export function base64(bytes: string): string {
  return coded(bytes, `${letters}+/`).padEnd(Math.ceil(bytes.length / 3) * 4, '=');
}

/** The same for addresses: with `-` and `_`, nothing at the end. */
export function base64Url(bytes: string): string {
  return coded(bytes, `${letters}-_`);
}

function coded(bytes: string, alphabet: string): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const bits = [0, 1, 2].reduce((sum, k) => sum * 256 + (i + k < bytes.length ? bytes.charCodeAt(i + k) & 255 : 0), 0);
    const count = Math.min(3, bytes.length - i) + 1;
    for (let k = 0; k < count; k++) text += alphabet.charAt(Math.floor(bits / 64 ** (3 - k)) % 64);
  }
  return text;
}

/** The bytes of a text for addresses, one character each; or at which letter it is none. */
export function bytesOfBase64Url(text: string): string | number {
  const values = [...text].map(letter => `${letters}-_`.indexOf(letter));
  const wrong = values.indexOf(-1);
  if (wrong >= 0) return wrong;
  if (values.length % 4 === 1) return values.length - 1;
  let bytes = '';
  for (let i = 0; i < values.length; i += 4) {
    const four = values.slice(i, i + 4);
    const bits = [0, 1, 2, 3].reduce((sum, k) => sum * 64 + (four[k] ?? 0), 0);
    for (let k = 0; k < four.length - 1; k++) bytes += String.fromCharCode(Math.floor(bits / 256 ** (2 - k)) % 256);
  }
  return bytes;
}
