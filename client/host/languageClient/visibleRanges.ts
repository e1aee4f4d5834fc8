import * as vscode from 'vscode';
import { type VisibleRangesParams, visibleRangesNotification } from '../../../core/protocol/lsp.ts';
import { errorText, type Log } from '../output.ts';
import type { LanguageServer } from './languageServer.ts';
import { canHoldManifest } from './needsServer.ts';

/** Tells the server what of a document is on screen, so that its problems come first. */
export function sendVisibleRanges(server: LanguageServer, log: Log): vscode.Disposable {
  const send = (editor: vscode.TextEditor): void => {
    if (server.state() !== 'running' || !canHoldManifest(editor.document.languageId)) return;
    const params: VisibleRangesParams = { uri: editor.document.uri.toString(), ranges: editor.visibleRanges.map(plainRange) };
    void server
      .ready('visible ranges')
      .then(client => client?.sendNotification(visibleRangesNotification, params))
      .catch(error => log.debug(`Visible ranges were not sent: ${errorText(error)}`));
  };
  const sendAll = (): void => vscode.window.visibleTextEditors.forEach(send);
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorVisibleRanges(event => send(event.textEditor)),
    vscode.window.onDidChangeVisibleTextEditors(sendAll),
    server.onDidChangeState(sendAll),
  );
}

function plainRange(range: vscode.Range): VisibleRangesParams['ranges'][number] {
  return {
    start: { line: range.start.line, character: range.start.character },
    end: { line: range.end.line, character: range.end.character },
  };
}
