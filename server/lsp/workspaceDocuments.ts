import { type Chunk, splitDocuments } from '../analysis/document/split.ts';
import { type FileMode, plainFile } from '../analysis/settings.ts';
import type { Session } from './session.ts';
import { mostBytes } from './workspaceIndex.ts';

/** A YAML document of an open file, as it is now, or of another file of the workspace. */
export interface WorkspaceDocument {
  readonly uri: string;
  readonly startLine: number;
  readonly text: string;
  readonly mode: FileMode;
}

/** So many files are read for one question. */
const mostFiles = 500;

/** The documents that define or name objects: of all open files, then of the files of the workspace, read one by one. */
export async function* documentsOfWorkspace(session: Session): AsyncGenerator<WorkspaceDocument> {
  for (const file of session.files.values()) yield* documentsIn(file.uri, file.document.chunks, file.mode);
  const uris = new Set([...session.index.objects().map(({ uri }) => uri), ...session.index.workloadFiles()]);
  for (const uri of [...uris].slice(0, mostFiles)) {
    if (session.files.has(uri)) continue;
    const text = (await session.host.workspaceFiles?.read(uri, mostBytes)) ?? '';
    yield* documentsIn(uri, splitDocuments(text), plainFile);
  }
}

function* documentsIn(uri: string, chunks: readonly Chunk[], mode: FileMode): Generator<WorkspaceDocument> {
  for (const { startLine, text } of chunks) yield { uri, startLine, text, mode };
}
