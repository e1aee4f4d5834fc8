import { type ClientCapabilities, CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientAbilities } from './session.ts';

/** What this server can do. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
  completionProvider: { triggerCharacters: [' ', ':', '"'], resolveProvider: true },
  hoverProvider: true,
  documentSymbolProvider: true,
  codeLensProvider: { resolveProvider: false },
  inlayHintProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: { resolveProvider: false },
  renameProvider: { prepareProvider: true },
  codeActionProvider: {
    codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, `${CodeActionKind.SourceFixAll}.daemonscope`],
  },
};

export function abilitiesOf(client: ClientCapabilities): ClientAbilities {
  return {
    configuration: client.workspace?.configuration === true,
    watchesFiles: client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: client.textDocument?.completion?.completionItem?.snippetSupport === true,
    annotatesEdits:
      client.workspace?.workspaceEdit?.documentChanges === true && client.workspace.workspaceEdit.changeAnnotationSupport !== undefined,
    mostFolds: Math.max(0, client.textDocument?.foldingRange?.rangeLimit ?? 5_000),
    refreshesLenses: client.workspace?.codeLens?.refreshSupport === true,
    refreshesHints: client.workspace?.inlayHint?.refreshSupport === true,
  };
}
