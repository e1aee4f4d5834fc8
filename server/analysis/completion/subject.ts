import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import { ancestryOf } from './ancestry.ts';
import type { Outline } from './entries.ts';

/** The object that a place belongs to, as far as completion has to know it. */
export interface Subject {
  /** The way from the document's root to the object: empty, or `items` and an index. */
  readonly base: JsonPath;
  /** It is a DaemonSet, or nothing yet that speaks against it. */
  readonly ours: boolean;
  /** Nothing is written yet: a whole manifest can be. */
  readonly empty: boolean;
}

/** Finds the object around a path. Other kinds of object are none of our business. */
export function subjectOf(outline: Outline, path: JsonPath): Subject {
  const root = headOf(outline, []);
  if (isListKind(root.kind) && path[0] === 'items' && typeof path[1] === 'number') {
    const base = path.slice(0, 2);
    return { base, ours: isOurs(headOf(outline, base)), empty: false };
  }
  return { base: [], ours: root.empty || isOurs(root), empty: root.empty };
}

interface Head {
  readonly apiVersion: string | null;
  readonly kind: string | null;
  readonly empty: boolean;
}

function isOurs({ apiVersion, kind }: Head): boolean {
  if (apiVersion === null && kind === null) return false;
  return isOneOf(apiVersion, 'apps/v1') && isOneOf(kind, 'DaemonSet');
}

/** Half a word counts: it is being typed. */
function isOneOf(written: string | null, wanted: string): boolean {
  return written === null || wanted.startsWith(written);
}

function isListKind(kind: string | null): boolean {
  return kind === 'List' || kind === 'DaemonSetList';
}

/** apiVersion and kind of the object at `base`, read from its lines, or from the text of a document in braces. */
function headOf(outline: Outline, base: JsonPath): Head {
  const { entries, lines } = outline;
  if (entries.length === 0 && outline.flows.length > 0) return headOfText(lines.text);
  const written = (key: string): string | null => {
    const index = entries.findIndex((entry, at) => entry.kind === 'key' && entry.key === key && isAt(outline, at, base));
    const entry = entries[index];
    return entry === undefined ? null : lines.text.slice(entry.value.start, entry.value.end).replace(/^["']|["']$/g, '');
  };
  return { apiVersion: written('apiVersion'), kind: written('kind'), empty: entries.length === 0 };
}

function isAt({ entries }: Outline, index: number, base: JsonPath): boolean {
  const entry = entries[index];
  if (entry === undefined || (base.length === 0 && entry.column > 0)) return false;
  const { path } = ancestryOf(entries, index, entry.column, 'key');
  return path.length === base.length && path.every((step, at) => step === base[at]);
}

function headOfText(text: string): Head {
  const written = (key: string): string | null => new RegExp(`["']?\\b${key}["']?\\s*:\\s*["']?([\\w/.]*)`).exec(text)?.[1] ?? null;
  return { apiVersion: written('apiVersion'), kind: written('kind'), empty: /^\s*\{?\s*\}?\s*$/.test(text) };
}
