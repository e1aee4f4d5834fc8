import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Hover,
  PrepareRenameResult,
  ResponseError,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { codeActions } from './codeActions.ts';
import { codeLenses } from './codeLenses.ts';
import { completionsAt, resolveCompletion } from './completion.ts';
import { documentLinks } from './documentLinks.ts';
import { documentSymbols } from './documentSymbols.ts';
import { foldingRanges } from './folding.ts';
import { hoverOf } from './hover.ts';
import { inlayHints } from './inlayHints.ts';
import { createLensForecasts } from './lensForecast.ts';
import { definitionsOf, highlightsOf, referencesOf } from './navigation.ts';
import type { OpenFile } from './openFiles.ts';
import { prepareRename, rename } from './rename.ts';
import { selectionRanges } from './selectionRanges.ts';
import type { Session } from './session.ts';

/** Registers the requests of LSP that this server answers. Each is guarded: a failure of ours answers empty. */
export function registerEditorFeatures(session: Session): void {
  const { connection, guard, guardLater } = session;
  const answer = <T>(what: string, uri: string, fallback: T, work: (file: OpenFile) => T): T =>
    guard(what, fallback, () => {
      const file = session.files.get(uri);
      return file === undefined ? fallback : work(file);
    });
  const answerLater = async <T>(what: string, uri: string, work: (file: OpenFile) => Promise<T[]>): Promise<T[]> => {
    const file = session.files.get(uri);
    return file === undefined ? [] : guardLater(what, [], () => work(file));
  };
  connection.onDocumentSymbol(({ textDocument }) => answerLater('symbols', textDocument.uri, documentSymbols));
  const forecasts = createLensForecasts(session);
  connection.onCodeLens(({ textDocument }) => answerLater('lenses', textDocument.uri, file => codeLenses(session, file, forecasts)));
  connection.languages.inlayHint.on(({ textDocument, range }) =>
    answerLater('inlay hints', textDocument.uri, file => inlayHints(session, file, range)),
  );
  connection.onCompletion(
    ({ textDocument, position }): CompletionList =>
      answer('completion', textDocument.uri, { isIncomplete: false, items: [] }, file => completionsAt(session, file, position)),
  );
  connection.onCompletionResolve((item): CompletionItem => guard('resolve', item, () => resolveCompletion(item)));
  connection.onHover(({ textDocument, position }): Hover | null =>
    answer<Hover | null>('hover', textDocument.uri, null, file => hoverOf(session, file, position)),
  );
  connection.onCodeAction((params): CodeAction[] =>
    answer('code actions', params.textDocument.uri, [], file => codeActions(session, file, params)),
  );
  connection.onDefinition(({ textDocument, position }) =>
    answer('definition', textDocument.uri, [], file => definitionsOf(session, file, position)),
  );
  connection.onReferences(({ textDocument, position, context }) =>
    answerLater('references', textDocument.uri, file => referencesOf(session, file, position, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(({ textDocument, position }) =>
    answer('highlights', textDocument.uri, [], file => highlightsOf(file, position)),
  );
  connection.onFoldingRanges(({ textDocument }) => answer('folding', textDocument.uri, [], file => foldingRanges(session, file)));
  connection.onSelectionRanges(({ textDocument, positions }) =>
    answer('selection', textDocument.uri, [], file => selectionRanges(file, positions)),
  );
  connection.onDocumentLinks(({ textDocument }) => answer('links', textDocument.uri, [], file => documentLinks(session, file)));
  connection.onPrepareRename(({ textDocument, position }) =>
    answer<PrepareRenameResult | ResponseError<void> | null>('prepare rename', textDocument.uri, null, file =>
      prepareRename(session, file, position),
    ),
  );
  connection.onRenameRequest(({ textDocument, position, newName }) =>
    guardLater<WorkspaceEdit | ResponseError<void> | null>('rename', null, async () => {
      const file = session.files.get(textDocument.uri);
      return file === undefined ? null : rename(session, file, position, newName);
    }),
  );
}
