import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { changeChunks, textOfChunks } from '../analysis/document/changeChunks.ts';
import { type Chunk, splitDocuments } from '../analysis/document/split.ts';

/** A document as the client has it now, taken apart at its document markers: its whole text is only put together for who asks. */
export interface OpenDocument {
  readonly uri: string;
  readonly languageId: string;
  version: number;
  /** How many times it has changed: versions are the client's, and may repeat. */
  changes: number;
  chunks: readonly Chunk[];
  readonly getText: () => string;
}

/** How the documents that the client has open are kept. */
export const openDocuments: TextDocumentsConfiguration<OpenDocument> = {
  create: (uri, languageId, version, text) => {
    const document: OpenDocument = {
      uri,
      languageId,
      version,
      changes: 0,
      chunks: splitDocuments(text),
      getText: () => textOfChunks(document.chunks),
    };
    return document;
  },
  update: (document, changes, version) => {
    document.chunks = changes.reduce(changed, document.chunks);
    document.version = version;
    document.changes++;
    return document;
  },
};

/** A change without a range is the whole text anew. */
function changed(chunks: readonly Chunk[], change: TextDocumentContentChangeEvent): readonly Chunk[] {
  return 'range' in change && change.range !== undefined ? changeChunks(chunks, change) : splitDocuments(change.text);
}
