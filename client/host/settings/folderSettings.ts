import * as vscode from 'vscode';
import {
  type FolderSettingsParams,
  type FolderSettingsResult,
  folderSettingsChangedNotification,
  folderSettingsRequest,
} from '../../../core/protocol/lsp.ts';
import type { LanguageServer } from '../languageClient/languageServer.ts';
import { errorText, type Log } from '../output.ts';

/** What the `.daemonscope.yaml` files of the folders say. The server reads them; what it says is kept here. */
export interface FolderSettings extends vscode.Disposable {
  /** What is known by now of a document's folder: a setting by its name, undefined: nothing (yet). */
  readonly of: (uri: vscode.Uri, name: string) => unknown;
  /** Something is known now that was not, or is otherwise; undefined: of any document. */
  readonly onDidChange: vscode.Event<vscode.Uri | undefined>;
}

/** Asks the server once for each document, as long as it runs; starts none. */
export function createFolderSettings(server: LanguageServer, log: Log): FolderSettings {
  const changed = new vscode.EventEmitter<vscode.Uri | undefined>();
  const known = new Map<string, FolderSettingsResult | null>();
  const listened = new WeakSet<object>();
  const forget = (): void => {
    known.clear();
    changed.fire(undefined);
  };
  const ask = async (uri: vscode.Uri, key: string): Promise<void> => {
    const client = await server.ready('settings of a folder');
    if (client === null) return;
    if (!listened.has(client)) client.onNotification(folderSettingsChangedNotification, forget);
    listened.add(client);
    const params: FolderSettingsParams = { uri: key };
    const said = await client.sendRequest<FolderSettingsResult>(folderSettingsRequest, params);
    known.set(key, said);
    if (said.kubernetesVersion !== null || said.cluster !== null) changed.fire(uri);
  };
  const listening = server.onDidChangeState(state => {
    if (state === 'running') forget();
  });
  return {
    of: (uri, name) => {
      const key = uri.toString();
      const said = known.get(key);
      if (said === undefined && server.state() === 'running') {
        known.set(key, null);
        void ask(uri, key).catch(error => log.warn(`The settings of the folder are not known: ${errorText(error)}`));
      }
      if (name === 'kubernetesVersion') return said?.kubernetesVersion ?? undefined;
      return name === 'cluster' ? (said?.cluster ?? undefined) : undefined;
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(listening, changed).dispose(),
  };
}
