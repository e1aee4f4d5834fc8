/** In which form objects are answered. */
export type Form = 'object' | 'table' | 'metadata';

/** The first form of an Accept header that the server can give; null: none (406). Protobuf is not spoken: those who prefer it take JSON as well. */
export function formOf(accept: string): Form | null {
  if (accept.trim() === '') return 'object';
  for (const entry of accept.split(',')) {
    const [media = '', ...parameters] = entry
      .trim()
      .split(';')
      .map(part => part.trim().toLowerCase());
    const form = isJson(media) ? jsonForm(parameters) : null;
    if (form !== null) return form;
  }
  return null;
}

function isJson(media: string): boolean {
  return media === 'application/json' || media === '*/*' || media === 'application/*';
}

function jsonForm(parameters: readonly string[]): Form | null {
  const as = parameters.find(one => one.startsWith('as='))?.slice(3);
  if (as === undefined) return 'object';
  if (!parameters.includes('g=meta.k8s.io') || !(parameters.includes('v=v1') || parameters.includes('v=v1beta1'))) return null;
  if (as === 'table') return 'table';
  return as === 'partialobjectmetadata' || as === 'partialobjectmetadatalist' ? 'metadata' : null;
}
