import type { FileMode } from '../analysis/settings.ts';
import { editFile, isComplete, openFile, type SourceFile } from '../analysis/sourceFile.ts';
import type { OpenDocument } from './openDocuments.ts';

/** A document that the client has open, with what we know of it. */
export interface OpenFile {
  readonly uri: string;
  readonly mode: FileMode;
  readonly document: OpenDocument;
  /** The file as of `version` (and `changes`); {@link currentFile} brings it up to date. */
  source: SourceFile;
  version: number;
  /** Of how many changes of the document it is. */
  changes: number;
  /** The line around which reports are wanted first: of the last edit, or the first on screen. */
  focusLine: number;
  /** How many slices of it have been looked at since the last edit. */
  slices: number;
  /** Who waits for the whole file to be looked at. */
  readonly waiting: (() => void)[];
  /** Something has changed since the diagnostics were published last. */
  unpublished: boolean;
}

export function createOpenFile(document: OpenDocument, mode: FileMode): OpenFile {
  const source = openFile(document.chunks);
  return {
    uri: document.uri,
    mode,
    document,
    source,
    version: document.version,
    changes: document.changes,
    focusLine: 0,
    slices: 0,
    waiting: [],
    unpublished: true,
  };
}

/** The file as the client has it now. Reports are handed on when it is first asked for after an edit, however many edits there were. */
export function currentFile(file: OpenFile): SourceFile {
  if (file.changes !== file.document.changes) {
    const edited = editFile(file.source, file.document.chunks);
    file.source = edited.file;
    file.focusLine = edited.editedLine;
    file.slices = 0;
    file.unpublished = true;
    file.version = file.document.version;
    file.changes = file.document.changes;
  }
  return file.source;
}

/** Waits until every document of the file has its report, without keeping other requests waiting. */
export async function wholeFile(file: OpenFile): Promise<SourceFile> {
  while (!isComplete(currentFile(file))) await new Promise<void>(go => file.waiting.push(go));
  return file.source;
}
