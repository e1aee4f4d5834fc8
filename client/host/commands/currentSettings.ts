import * as vscode from 'vscode';
import { settingsFor } from '../settings/read.ts';
import type { Settings } from '../settings/settings.ts';
import { subjectUri } from './subjectUri.ts';

/** The settings that hold for the document a command is about. */
export function currentSettings(args: readonly unknown[]): Settings {
  return settingsFor(subjectUri(args) ?? vscode.Uri.parse('untitled:none'));
}
