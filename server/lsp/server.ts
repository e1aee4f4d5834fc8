import { type Connection, TextDocuments } from 'vscode-languageserver';
import { plainFile } from '../analysis/settings.ts';
import { giveUp } from '../analysis/sourceFile.ts';
import { abilitiesOf, capabilities } from './capabilities.ts';
import { registerEditorFeatures } from './editorFeatures.ts';
import { fileModeOf } from './fileMode.ts';
import { followFolderSettings } from './followFolderSettings.ts';
import { formattingCapabilities, formattingOffer } from './formattingOffer.ts';
import type { ServerHost } from './host.ts';
import { type FormattingOffers, offerFormatting } from './offerFormatting.ts';
import { type OpenDocument, openDocuments } from './openDocuments.ts';
import { createOpenFile } from './openFiles.ts';
import { registerOwnRequests } from './ownRequests.ts';
import { createPublisher, type Publisher } from './publishing.ts';
import { createSession, type Session } from './session.ts';
import { followSettings } from './settingsSync.ts';
import { followSurroundings } from './surroundings.ts';
import { foldersOf, readWorkspace } from './workspaceFolders.ts';

/** Wires a language server to a connection and starts it. */
export function startServer(connection: Connection, host: ServerHost): void {
  const session = createSession(connection, host);
  const publisher = createPublisher(session);
  connection.onInitialize(params => {
    session.abilities = abilitiesOf(params.capabilities);
    session.folders = foldersOf(params);
    session.language = params.locale ?? 'en';
    session.formatting = formattingOffer(params);
    return { capabilities: { ...capabilities, ...formattingCapabilities(session.formatting) }, serverInfo: { name: 'Daemonscope' } };
  });
  const whenThere = [followSettings(session, publisher), followFolderSettings(session, publisher)];
  connection.onInitialized(() => {
    for (const go of whenThere) go();
  });
  followDocuments(session, publisher, offerFormatting(session));
  followSurroundings(session, publisher);
  connection.onShutdown(() => session.index.stop());
  registerOwnRequests(session);
  registerEditorFeatures(session);
  connection.listen();
}

function followDocuments(session: Session, publisher: Publisher, formatting: FormattingOffers): void {
  const documents = new TextDocuments(openDocuments);
  documents.onDidOpen(({ document }) => {
    if (session.files.size === 0) readWorkspace(session);
    open(session, document);
    publisher.wake();
  });
  documents.onDidChangeContent(({ document }) => {
    const file = session.files.get(document.uri);
    if (file !== undefined) formatting.look(file);
    publisher.wake();
  });
  documents.onDidClose(({ document }) => {
    formatting.forget(document.uri);
    close(session, document.uri);
  });
  documents.listen(session.connection);
}

function open(session: Session, document: OpenDocument): void {
  const mode = session.guard('file mode', plainFile, () => fileModeOf(document.uri, document.languageId, document.getText(), session.host));
  session.files.set(document.uri, createOpenFile(document, mode));
}

function close(session: Session, uri: string): void {
  const file = session.files.get(uri);
  session.files.delete(uri);
  session.around.delete(uri);
  session.refusedFormatting.delete(uri);
  if (file !== undefined) {
    file.source = giveUp(file.source);
    for (const go of file.waiting.splice(0)) go();
  }
  void session.connection.sendDiagnostics({ uri, diagnostics: [] });
}
