import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import { lookAnew } from './lookAnew.ts';
import type { Publisher } from './publishing.ts';
import type { Session } from './session.ts';
import { readServerSettings, type ServerSettings, sameSettings } from './settings.ts';

/** Keeps the session's settings those of the client: asked for where the client answers, else as it sends them. Analysis does not wait for them. Gives what is to be done once the client is there. */
export function followSettings(session: Session, publisher: Publisher): () => void {
  const { connection } = session;
  const take = (section: unknown): void =>
    session.guard('settings', undefined, () => adopt(session, publisher, readServerSettings(section)));
  const ask = (): void => {
    connection.workspace.getConfiguration('daemonscope').then(take, error => connection.console.warn(`No settings: ${String(error)}`));
  };
  connection.onDidChangeConfiguration(params => {
    if (session.abilities.configuration) ask();
    else take(sectionOf(params.settings));
  });
  return () => {
    if (!session.abilities.configuration) return;
    ask();
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'daemonscope' }).catch(() => undefined);
  };
}

function adopt(session: Session, publisher: Publisher, settings: ServerSettings): void {
  if (sameSettings(session.settings, settings)) return;
  session.settings = settings;
  lookAnew(session, publisher, session.files.values());
}

function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'daemonscope' in settings ? settings.daemonscope : undefined;
}
