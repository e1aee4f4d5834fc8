import { compareOrdinal } from '../../base/compare.ts';
import type { JsonObject } from '../../base/json.ts';
import { textField } from './field.ts';

const longestAnnotation = 140;
const hiddenAnnotation = 'kubectl.kubernetes.io/last-applied-configuration';

/** `Labels:` with one label a line, tab-separated (kubectl describe, printLabelsMultiline). */
export function labelLines(title: string, labels: readonly (readonly [string, string])[]): string {
  return titled(
    title,
    labels.map(([key, value]) => `${key}=${value}`),
  );
}

/** `Annotations:` with one a line; long or many-lined ones below their key, cut at 138 bytes a line. */
export function annotationLines(title: string, annotations: readonly (readonly [string, string])[]): string {
  return titled(
    title,
    annotations.filter(([key]) => key !== hiddenAnnotation).flatMap(([key, value]) => annotationText(key, value)),
  );
}

/** `Tolerations:` in order of keys, as `key=value:Effect op=Exists for 30s`. */
export function tolerationLines(title: string, tolerations: readonly JsonObject[]): string {
  const sorted = [...tolerations].sort((a, b) => compareOrdinal(textField(a, ['key']), textField(b, ['key'])));
  return titled(title, sorted.map(tolerationText));
}

function titled(title: string, lines: readonly string[]): string {
  return `${title}:\t${lines.length === 0 ? '<none>' : lines.join('\n\t')}\n`;
}

function annotationText(key: string, written: string): string[] {
  const value = written.endsWith('\n') ? written.slice(0, -1) : written;
  if (value.length + key.length + 2 <= longestAnnotation && !value.includes('\n')) return [`${key}: ${value}`];
  return [`${key}:`, ...value.split('\n').map(line => `  ${shorten(line, longestAnnotation - 2)}`)];
}

function shorten(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}...` : text;
}

function tolerationText(toleration: JsonObject): string {
  const part = (name: string): string => textField(toleration, [name]);
  let text = part('key');
  if (part('value') !== '') text += `=${part('value')}`;
  if (part('effect') !== '') text += `:${part('effect')}`;
  if (part('operator') === 'Exists' && part('value') === '') text += text === '' ? 'op=Exists' : ' op=Exists';
  const seconds = part('tolerationSeconds');
  return seconds === '' ? text : `${text} for ${seconds}s`;
}
