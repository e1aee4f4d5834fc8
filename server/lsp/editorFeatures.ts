import type { CodeLens, DocumentSymbol } from 'vscode-languageserver';
import { codeLenses } from './codeLenses.ts';
import { documentSymbols } from './documentSymbols.ts';
import type { OpenFile } from './openFiles.ts';
import type { Session } from './session.ts';

/** Registers the requests of LSP that this server answers. Each is guarded: a failure of ours answers empty. */
export function registerEditorFeatures(session: Session): void {
  const { connection, guard } = session;
  const answer = <T>(what: string, uri: string, fallback: T, work: (file: OpenFile) => T): T =>
    guard(what, fallback, () => {
      const file = session.files.get(uri);
      return file === undefined ? fallback : work(file);
    });
  connection.onDocumentSymbol(({ textDocument }): DocumentSymbol[] => answer('symbols', textDocument.uri, [], documentSymbols));
  connection.onCodeLens(({ textDocument }): CodeLens[] => answer('lenses', textDocument.uri, [], file => codeLenses(session, file)));
}
