import { builtInClusters } from '../../core/simulation/clusters/clusters.ts';
import { type FolderSettings, folderSettingsName, readFolderSettings } from '../analysis/folderSettings.ts';
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

function nearest(session: Session, from: string): FolderSettings {
  let folder: string | null = from;
  for (let up = 0; folder !== null && up < maxParents; up++) {
    const uri = `${folder}/${folderSettingsName}`;
    const text = session.host.readText(uri);
    if (text !== null) return fromHere(read(session, uri, text), folder);
    folder = parentOf(folder);
  }
  return {};
}

/** A cluster file is named from the folder of the settings: others would not know which that is. */
function fromHere(settings: FolderSettings, folder: string): FolderSettings {
  const { cluster } = settings;
  const named = cluster === undefined || cluster === '' || isBuiltIn(cluster) || /^([a-z][a-z0-9+.-]+:|[/\\])/i.test(cluster);
  return named ? settings : { ...settings, cluster: `${folder}/${cluster.split(/[/\\]/).map(encodeURIComponent).join('/')}` };
}

function isBuiltIn(name: string): boolean {
  return builtInClusters.some(cluster => cluster.name === name);
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
