import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { type FolderSettings, folderSettingsName, readFolderSettings } from '../analysis/folderSettings.ts';
import { forgetReports } from '../analysis/sourceFile.ts';
import type { Publisher } from './publishing.ts';
import { refreshEditor } from './refreshEditor.ts';
import type { Session } from './session.ts';

/** No folder is deeper; a URI that is no path ends the search anyway. */
const maxParents = 64;

/** What the nearest `.daemonscope.yaml` above a file says; nothing where files cannot be looked at. Each is read once, until the client says it has changed. */
export function folderSettingsOf(session: Session, uri: string): FolderSettings {
  const folder = parentOf(uri);
  if (folder === null) return {};
  const known = session.folderSettings.get(folder);
  if (known !== undefined) return known;
  const found = session.guard('folder settings', {}, () => nearest(session, folder));
  session.folderSettings.set(folder, found);
  return found;
}

/** Looks at open files anew when the settings of a folder change on disk. Gives what is to be done once the client is there. */
export function followFolderSettings(session: Session, publisher: Publisher): () => void {
  const { connection } = session;
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (!changes.some(change => change.uri.endsWith(`/${folderSettingsName}`))) return;
    session.folderSettings.clear();
    for (const file of session.files.values()) {
      file.source = forgetReports(file.source);
      file.unpublished = true;
    }
    publisher.wake();
    refreshEditor(session);
  });
  return () => {
    if (!session.abilities.watchesFiles) return;
    const watchers = [{ globPattern: `**/${folderSettingsName}` }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  };
}

function nearest(session: Session, from: string): FolderSettings {
  let folder: string | null = from;
  for (let up = 0; folder !== null && up < maxParents; up++) {
    const uri = `${folder}/${folderSettingsName}`;
    const text = session.host.readText(uri);
    if (text !== null) return read(session, uri, text);
    folder = parentOf(folder);
  }
  return {};
}

/** What is wrong with the settings is told in the log: the file need not be open. */
function read(session: Session, uri: string, text: string): FolderSettings {
  const { settings, problems } = readFolderSettings(text);
  for (const { position, message } of problems)
    session.connection.console.warn(`${uri}:${position.line + 1}:${position.character + 1}: ${message}`);
  return settings;
}

/** The folder of a URI; null above the root. */
function parentOf(uri: string): string | null {
  const end = uri.lastIndexOf('/');
  return end <= uri.indexOf('//') + 1 ? null : uri.slice(0, end);
}
