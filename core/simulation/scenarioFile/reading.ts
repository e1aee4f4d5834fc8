import { isJsonObject, type JsonObject, type JsonValue, member } from '../../base/json.ts';
import type { ScenarioProblem } from '../problem.ts';
import { type Origin, originKey } from './origins.ts';

type Path = readonly (string | number)[];

/** A file that a scenario names, as the host has read it: its objects, lists taken apart, or a sentence that says why it cannot be read. */
export type LoadedFile = { readonly ok: true; readonly objects: readonly JsonValue[] } | { readonly ok: false; readonly message: string };
export type LoadFile = (path: string) => LoadedFile;

/** A scenario file being read. */
export interface Reading {
  /** null: only this file is at hand (an editor looks at it); what stands elsewhere is not known. */
  readonly load: LoadFile | null;
  readonly problems: ScenarioProblem[];
  readonly origins: Map<string, Origin>;
  /** Whether something is not known. */
  partial: boolean;
}

export function complainAt(reading: Reading, path: Path, message: string, value?: JsonValue): void {
  reading.problems.push({ path, message, value });
}

/** Remembers where a part of the scenario comes from. */
export function comesFrom(reading: Reading, part: Path, path: Path, file = ''): void {
  reading.origins.set(originKey(part), { path, file });
}

/** The objects of another file; null: not known, or a problem that has been told. */
export function objectsOf(reading: Reading, file: string, path: Path): readonly JsonObject[] | null {
  if (reading.load === null) {
    reading.partial = true;
    return null;
  }
  const loaded = reading.load(file);
  if (loaded.ok) return loaded.objects.filter(object => isJsonObject(object));
  complainAt(reading, path, loaded.message, file);
  return null;
}

export function isDaemonSet(object: JsonObject): boolean {
  return member(object, 'kind') === 'DaemonSet' && member(object, 'apiVersion') === 'apps/v1';
}

/** The text under a key, or what it is without. */
export function textOf<T>(object: JsonValue | undefined, key: string, without: T): string | T {
  const value = member(object, key);
  return typeof value === 'string' ? value : without;
}
