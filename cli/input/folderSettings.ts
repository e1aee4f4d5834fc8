import fs from 'node:fs';
import path from 'node:path';
import { type FolderSettings, folderSettingsName, readFolderSettings } from '../../server/analysis/folderSettings.ts';
import { WrongUse } from '../wrongUse.ts';
import { readText } from './readText.ts';

/** The `.daemonscope.yaml` that holds for a file: the nearest one above it. */
export interface FoundSettings {
  readonly settings: FolderSettings;
  /** The cluster it names: the path of a file as it is from here, or a built-in cluster's name. */
  readonly cluster: string | undefined;
}

const none: FoundSettings = { settings: {}, cluster: undefined };

/** Looks for settings, each file of them read once. Standard input counts as a file of the current folder; settings with a mistake are wrong use. */
export function createFolderSettings(): (file: string) => FoundSettings {
  const known = new Map<string, FoundSettings>();
  const inFolder = (folder: string): FoundSettings => {
    const before = known.get(folder);
    if (before !== undefined) return before;
    const file = path.join(folder, folderSettingsName);
    const parent = path.dirname(folder);
    const found = fs.existsSync(file) ? read(file) : parent === folder ? none : inFolder(parent);
    known.set(folder, found);
    return found;
  };
  return file => inFolder(path.resolve(file === '-' ? '.' : path.dirname(file)));
}

function read(file: string): FoundSettings {
  const { settings, problems } = readFolderSettings(readText(file));
  const [first] = problems;
  const shown = path.relative('.', file);
  if (first !== undefined) throw new WrongUse(`${shown}:${first.position.line + 1}:${first.position.character + 1}: ${first.message}`);
  return { settings, cluster: settings.cluster === undefined ? undefined : clusterFrom(path.dirname(file), settings.cluster) };
}

/** Empty: no cluster is chosen. What is no file beside the settings may be a built-in cluster. */
function clusterFrom(folder: string, choice: string): string | undefined {
  const beside = path.resolve(folder, choice);
  return choice === '' ? undefined : fs.existsSync(beside) && fs.statSync(beside).isFile() ? beside : choice;
}
