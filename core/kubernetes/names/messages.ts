import { atLeast, type KubernetesVersion } from '../versions.ts';

/** The server's words for a text that breaks a pattern (apimachinery validation.RegexError). */
export function patternMessage(rule: string, pattern: string, ...examples: readonly string[]): string {
  if (examples.length === 0) return `${rule} (regex used for validation is '${pattern}')`;
  return `${rule} (e.g. ${examples.map(example => `'${example}', `).join(' or ')}regex used for validation is '${pattern}')`;
}

/** A name is too long; Kubernetes counts bytes and calls them characters. */
export function tooManyCharacters(limit: number): string {
  return `must be no more than ${limit} characters`;
}

/** As since 1.35 for labels. */
export function tooManyBytes(limit: number): string {
  return `must be no more than ${limit} bytes`;
}

/** A message as servers of a version say it: before 1.35 they count bytes and call them characters. */
export function inWordsOf(version: KubernetesVersion, message: string): string {
  return atLeast(version, '1.35') ? message : message.replace(/(no more than \d+) bytes/, '$1 characters');
}

/** A number outside of both bounds. */
export function outOfRange(from: number, to: number): string {
  return `must be between ${from} and ${to}, inclusive`;
}

/** The length in UTF-8 bytes: Go's len(). */
export function byteLength(text: string): number {
  let length = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
