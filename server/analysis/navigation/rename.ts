import { resolveScalar } from '../document/scalar.ts';
import type { Span } from '../document/tree.ts';
import type { NameKind } from './occurrence.ts';

/** Why something cannot be called `name` (the API server's rules for volumes, containers, ports and label values); null when it can. */
export function refuseName(kind: NameKind, name: string): string | null {
  switch (kind) {
    case 'volume':
    case 'container':
      return isDnsLabel(name) ? null : `A ${kind} is named by at most 63 lower-case letters, digits and dashes.`;
    case 'port':
      return isPortName(name)
        ? null
        : 'A port is named by at most 15 lower-case letters, digits and single dashes, at least one of them a letter.';
    case 'label':
      return /^(?:[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?)?$/.test(name)
        ? null
        : 'The value of a label has at most 63 letters, digits, dashes, underscores and dots.';
  }
}

function isDnsLabel(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name);
}

function isPortName(name: string): boolean {
  return /^[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/.test(name) && /[a-z]/.test(name) && !name.includes('--');
}

/** The name in the quotes of the place it is put, or in some where YAML would not read a text. */
export function writeName(name: string, text: string, span: Span): string {
  const quote = text[span.start];
  if (quote === '"' || quote === "'") return `${quote}${name}${quote}`;
  const resolved = resolveScalar(name, true, null);
  return 'value' in resolved && typeof resolved.value === 'string' ? name : `"${name}"`;
}
