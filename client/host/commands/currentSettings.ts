import * as vscode from 'vscode';
import type { Settings } from '../settings/settings.ts';
import type { CommandHost } from './command.ts';
import { subjectUri } from './subjectUri.ts';

/** The settings that hold for the document a command is about. */
export function currentSettings({ services }: CommandHost, args: readonly unknown[]): Settings {
  return services.choices.settingsFor(subjectUri(args) ?? vscode.Uri.parse('untitled:none'));
}
