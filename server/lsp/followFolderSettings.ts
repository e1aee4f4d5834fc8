import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { folderSettingsChangedNotification } from '../../core/protocol/lsp.ts';
import { folderSettingsName } from '../analysis/folderSettings.ts';
import { lookAnew } from './lookAnew.ts';
import type { Publisher } from './publishing.ts';
import type { Session } from './session.ts';

/** Looks at open files anew when the settings of a folder change on disk. Gives what is to be done once the client is there. */
export function followFolderSettings(session: Session, publisher: Publisher): () => void {
  const { connection } = session;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) session.index.refresh(uri);
    if (!changes.some(change => change.uri.endsWith(`/${folderSettingsName}`))) return;
    session.folderSettings.clear();
    session.guardLater('telling of folder settings', undefined, () => connection.sendNotification(folderSettingsChangedNotification));
    lookAnew(session, publisher, session.files.values());
  });
  return () => {
    if (!session.abilities.watchesFiles) return;
    const watchers = [{ globPattern: `**/${folderSettingsName}` }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  };
}
