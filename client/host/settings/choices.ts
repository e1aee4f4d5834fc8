import * as vscode from 'vscode';
import type { FolderSettings } from './folderSettings.ts';
import { settingsFor } from './read.ts';
import type { Settings } from './settings.ts';

/** What a person chooses in a panel's header and what is no matter of the repository: it is kept with the window's workspace, not in its settings file. */
export type ChosenSetting = 'baseline' | 'cluster';

/** The settings as they hold here: what was chosen in this workspace, else what the folder's `.daemonscope.yaml` says, else the settings. */
export interface Choices extends vscode.Disposable {
  readonly settingsFor: (uri: vscode.Uri) => Settings;
  readonly choose: (name: ChosenSetting, value: string) => Promise<void>;
  /** The settings of a document may be others now; undefined: of any document. */
  readonly onDidChange: vscode.Event<(uri: vscode.Uri) => boolean>;
}

const names: readonly ChosenSetting[] = ['baseline', 'cluster'];

/** A setting that is written later than the choice wins over it. */
export function createChoices(memento: vscode.Memento, folders: FolderSettings): Choices {
  const changed = new vscode.EventEmitter<(uri: vscode.Uri) => boolean>();
  const key = (name: ChosenSetting): string => `chosen.${name}`;
  const listening = vscode.workspace.onDidChangeConfiguration(event => {
    if (!event.affectsConfiguration('daemonscope')) return;
    for (const name of names) if (event.affectsConfiguration(`daemonscope.${name}`)) void memento.update(key(name), undefined);
    changed.fire(uri => event.affectsConfiguration('daemonscope', uri));
  });
  const following = folders.onDidChange(of => changed.fire(uri => of === undefined || of.toString() === uri.toString()));
  return {
    settingsFor: uri => settingsFor(uri, name => (isChosen(name) ? memento.get(key(name)) : undefined) ?? folders.of(uri, name)),
    choose: async (name, value) => {
      await memento.update(key(name), value);
      changed.fire(() => true);
    },
    onDidChange: changed.event,
    dispose: () => vscode.Disposable.from(listening, following, changed).dispose(),
  };
}

function isChosen(name: string): name is ChosenSetting {
  return names.some(each => each === name);
}
