import { DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver';
import type { Session } from './session.ts';

/** The folders that the client has open, as URIs. */
export function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(folder => folder.uri);
  // Older clients name one folder only.
  return params.rootUri ? [params.rootUri] : [];
}

/** To be called with the first document that is open: nobody needs the files of a workspace before. The index ends with the server. */
export function readWorkspace({ connection, index, abilities, folders }: Session): void {
  if (folders.length === 0 || !index.start(folders) || !abilities.watchesFiles) return;
  const watchers = [{ globPattern: '**/*.{yaml,yml}' }];
  connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
}
