import type { CodeAction, CodeLens, CompletionItem, CompletionList, DocumentSymbol, Hover } from 'vscode-languageserver';
import { codeActions } from './codeActions.ts';
import { codeLenses } from './codeLenses.ts';
import { completionsAt, resolveCompletion } from './completion.ts';
import { documentSymbols } from './documentSymbols.ts';
import { hoverOf } from './hover.ts';
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
  connection.onCompletion(
    ({ textDocument, position }): CompletionList =>
      answer('completion', textDocument.uri, { isIncomplete: false, items: [] }, file => completionsAt(session, file, position)),
  );
  connection.onCompletionResolve((item): CompletionItem => guard('resolve', item, () => resolveCompletion(item)));
  connection.onHover(({ textDocument, position }): Hover | null =>
    answer<Hover | null>('hover', textDocument.uri, null, file => hoverOf(file, position)),
  );
  connection.onCodeAction((params): CodeAction[] =>
    answer('code actions', params.textDocument.uri, [], file => codeActions(session, file, params)),
  );
}
