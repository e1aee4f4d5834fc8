import type { JsonPath } from '../../../core/kubernetes/schema/schema.ts';
import { ancestryOf } from './ancestry.ts';
import type { Outline } from './entries.ts';
import { flowScalars } from './flowSlots.ts';
import type { Slot } from './slot.ts';

/** The object that a place belongs to, as far as completion has to know it. */
export interface Subject {
  /** The way from the document's root to the object: empty, or `items` and an index. */
  readonly base: JsonPath;
  /** It is a DaemonSet, or nothing yet that speaks against it. */
  readonly ours: boolean;
  /** Nothing is written yet: a whole manifest can be. */
  readonly empty: boolean;
}

/** Finds the object around a gap. Other kinds of object are none of our business. */
export function subjectOf(outline: Outline, { path, present }: Pick<Slot, 'path' | 'present'>): Subject {
  const root = headOf(outline, []);
  if (isListKind(root.kind) && path[0] === 'items' && typeof path[1] === 'number') {
    const base = path.slice(0, 2);
    const item = headOf(outline, base);
    const untold = item.apiVersion === null && item.kind === null;
    const empty = untold && path.length === 2 && present.length === 0;
    return { base, ours: empty || isOurs(item) || (untold && root.kind === 'DaemonSetList'), empty };
  }
  return { base: [], ours: root.empty || isOurs(root), empty: root.empty };
}

interface Head {
  readonly apiVersion: string | null;
  readonly kind: string | null;
  readonly empty: boolean;
}

/** Half a word counts: it is being typed. So do a slip of the shift key, and the retired groups of old manifests: they are being mended. */
function isOurs({ apiVersion, kind }: Head): boolean {
  if (apiVersion === null && kind === null) return false;
  const version = apiVersion ?? '';
  return (
    'daemonset'.startsWith((kind ?? '').toLowerCase()) && ('apps/v1'.startsWith(version) || /^(apps|extensions)\/v1beta\d$/.test(version))
  );
}

function isListKind(kind: string | null): boolean {
  return kind === 'List' || kind === 'DaemonSetList';
}

/** apiVersion and kind of the object at `base`, read from its lines, or from what stands in brackets. */
function headOf(outline: Outline, base: JsonPath): Head {
  const { entries, lines } = outline;
  const inBrackets = entries.length === 0 || base.length > 0 ? outline.flows.flatMap(flow => flowScalars(outline, flow, headKeys)) : [];
  const written = (key: string): string | null => {
    const index = entries.findIndex((entry, at) => entry.kind === 'key' && entry.key === key && isAt(outline, at, base));
    const entry = entries[index];
    if (entry !== undefined) return lines.text.slice(entry.value.start, entry.value.end).replace(/^["']|["']$/g, '');
    return inBrackets.find(({ path }) => samePath(path, [...base, key]))?.value ?? null;
  };
  const empty = entries.length === 0 && (outline.flows.length === 0 || /^\s*\{?\s*\}?\s*$/.test(lines.text));
  return { apiVersion: written('apiVersion'), kind: written('kind'), empty };
}

const headKeys = ['apiVersion', 'kind'];

function isAt({ entries }: Outline, index: number, base: JsonPath): boolean {
  const entry = entries[index];
  if (entry === undefined || (base.length === 0 && entry.column > 0)) return false;
  const { path } = ancestryOf(entries, index, entry.column, 'key');
  return samePath(path, base);
}

function samePath(a: JsonPath, b: JsonPath): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}
