/** A text as bytes, one character each. A half of a pair of surrogates becomes the sign for what cannot be shown. */
export function utf8Bytes(text: string): string {
  const whole = text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD');
  return encodeURIComponent(whole).replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Bytes, one character each, as text; null: they are none. */
export function textOfUtf8(bytes: string): string | null {
  let escaped = '';
  for (let i = 0; i < bytes.length; i++) escaped += `%${(bytes.charCodeAt(i) & 255).toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}
