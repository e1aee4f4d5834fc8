import * as vscode from 'vscode';
import { readText } from '../readText.ts';
import { settingLocation } from '../settings/settingLocation.ts';
import type { Lookup } from './chooseBaseline.ts';

/** The text of a document as it is saved. */
export async function lookUpSaved(uri: vscode.Uri): Promise<Lookup> {
  if (uri.scheme === 'untitled') return { found: false, isNew: true, note: vscode.l10n.t('not saved yet') };
  try {
    return { found: true, text: await readText(uri) };
  } catch {
    return { found: false, isNew: false, note: vscode.l10n.t('no saved file') };
  }
}

/** The text of another file, by its path in the settings. */
export async function lookUpFile(path: string, manifest: vscode.Uri): Promise<Lookup> {
  try {
    return { found: true, text: await readText(settingLocation(path, manifest)) };
  } catch {
    return { found: false, isNew: false, note: vscode.l10n.t('{0} cannot be read', path) };
  }
}
