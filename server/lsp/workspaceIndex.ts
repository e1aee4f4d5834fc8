import { imagesIn } from '../analysis/document/images.ts';
import { type NamedObject, namedObject } from '../analysis/document/namedObjects.ts';
import { type Chunk, splitDocuments } from '../analysis/document/split.ts';
import { mayHoldWorkload } from '../analysis/document/workloads.ts';
import type { ServerHost } from './host.ts';

/** An object that a file defines; lines of its range count from `startLine` of the file. */
export interface IndexedObject {
  readonly uri: string;
  readonly startLine: number;
  readonly object: NamedObject;
}

/** What the YAML files of a workspace define. It fills in the background, holds names only, and is empty where files cannot be read. */
export interface WorkspaceIndex {
  /** Starts reading the files below folders (URIs). Only once: false when it has been done. */
  readonly start: (folders: readonly string[]) => boolean;
  readonly stop: () => void;
  /** A file has changed, come or gone. */
  readonly refresh: (uri: string) => void;
  readonly objects: () => readonly IndexedObject[];
  /** The images that files use, by the files' URIs. */
  readonly images: () => ReadonlyMap<string, readonly string[]>;
  /** Files that may name the objects of others, by URI: they hold DaemonSets, or other workloads. */
  readonly workloadFiles: () => readonly string[];
  /** Waits until everything that is known of has been read. */
  readonly settled: () => Promise<void>;
}

const mostFiles = 5_000;
export const mostBytes = 1_048_576;

interface Entry {
  readonly objects: readonly IndexedObject[];
  readonly hasWorkload: boolean;
  readonly images: readonly string[];
}

export function createWorkspaceIndex(host: ServerHost): WorkspaceIndex {
  const entries = new Map<string, Entry>();
  const files = host.workspaceFiles;
  let started = false;
  let stopped = false;
  let work: Promise<void> = Promise.resolve();

  /** One file at a time, each behind the messages that have come in meanwhile. */
  const take = async (uri: string): Promise<void> => {
    await new Promise<void>(go => host.defer(go));
    if (stopped || files === null || (entries.size >= mostFiles && !entries.has(uri))) return;
    // A file that cannot be read has nothing to say, and costs the others nothing.
    const text = await files.read(uri, mostBytes).catch(() => null);
    if (text === null) entries.delete(uri);
    else entries.set(uri, readFile(uri, text));
  };
  const takeAll = async (folders: readonly string[]): Promise<void> => {
    if (files === null) return;
    for await (const uri of files.list(folders, () => stopped || entries.size >= mostFiles)) await take(uri);
  };
  const queue = (job: () => Promise<void>): void => {
    // A host that fails on a file has nothing to say of it.
    work = work.then(job).catch(() => undefined);
  };

  return {
    start: folders => {
      if (started) return false;
      started = true;
      queue(() => takeAll(folders));
      return true;
    },
    stop: () => {
      stopped = true;
    },
    refresh: uri => queue(() => take(uri)),
    objects: () => [...entries.values()].flatMap(entry => entry.objects),
    images: () => new Map([...entries].map(([uri, { images }]) => [uri, images])),
    workloadFiles: () => [...entries].flatMap(([uri, { hasWorkload }]) => (hasWorkload ? [uri] : [])),
    settled: () => work,
  };
}

function readFile(uri: string, text: string): Entry {
  return { objects: objectsIn(uri, splitDocuments(text)), hasWorkload: mayHoldWorkload(text), images: imagesIn(text) };
}

/** The objects that the documents of a file define. */
export function objectsIn(uri: string, documents: readonly Chunk[]): readonly IndexedObject[] {
  return documents.flatMap(({ text, startLine }) => {
    const object = namedObject(text);
    return object === null ? [] : [{ uri, startLine, object }];
  });
}
