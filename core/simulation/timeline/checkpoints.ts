import type { Instant } from '../../kubernetes/objects/meta.ts';
import { countUntil, type Version } from './version.ts';

/** States of all objects of a kind after so many versions, kept now and then, so that any instant is near one. Grows when asked for later instants. */
export interface Checkpoints<T> {
  readonly kept: Checkpoint<T>[];
  /** The last answer: scrubbing asks for the same instant many times. */
  last: { readonly count: number; readonly objects: readonly T[] } | null;
}

interface Checkpoint<T> {
  readonly count: number;
  readonly objects: ReadonlyMap<string, T>;
}

export function createCheckpoints<T>(): Checkpoints<T> {
  return { kept: [{ count: 0, objects: new Map() }], last: null };
}

/** The objects at an instant, in the order of their creation. Costs about as much as there are objects. */
export function objectsAt<T extends { readonly uid: string }>(
  versions: readonly Version<T>[],
  checkpoints: Checkpoints<T>,
  at: Instant,
): readonly T[] {
  const count = countUntil(versions, at);
  if (checkpoints.last?.count === count) return checkpoints.last.objects;
  const objects = [...stateAfter(versions, checkpoints, count).values()];
  checkpoints.last = { count, objects };
  return objects;
}

function stateAfter<T extends { readonly uid: string }>(
  versions: readonly Version<T>[],
  { kept }: Checkpoints<T>,
  count: number,
): ReadonlyMap<string, T> {
  for (;;) {
    const last = kept.at(-1);
    if (last === undefined || last.count + spacing(last) > count) break;
    kept.push({ count: last.count + spacing(last), objects: replay(versions, last, last.count + spacing(last)) });
  }
  const nearest = kept.findLast(checkpoint => checkpoint.count <= count) ?? { count: 0, objects: new Map<string, T>() };
  return replay(versions, nearest, count);
}

/** Versions between two checkpoints: so many that all checkpoints together hold about half as many entries as there are versions. */
function spacing(checkpoint: Checkpoint<unknown>): number {
  return Math.max(256, 2 * checkpoint.objects.size);
}

function replay<T extends { readonly uid: string }>(versions: readonly Version<T>[], from: Checkpoint<T>, count: number): Map<string, T> {
  const objects = new Map(from.objects);
  for (let i = from.count; i < count; i++) {
    const version = versions[i];
    if (version?.after) objects.set(version.after.uid, version.after);
    else if (version?.before) objects.delete(version.before.uid);
  }
  return objects;
}
