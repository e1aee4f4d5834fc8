import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { WorkspaceFiles } from '../lsp/host.ts';
import { pathOf } from './pathOf.ts';

/** Folders without manifests of one's own. */
const skipped: ReadonlySet<string> = new Set(['node_modules', 'vendor', 'dist', 'out', 'target']);
/** What is looked at of a workspace without end: names in folders. */
const mostNames = 200_000;

/** Reads the files of this machine. What cannot be read (no permission, gone meanwhile) is left out. */
export const workspaceFiles: WorkspaceFiles = { list, read };

/** The YAML files below folders, nearest to the top first; links are not followed, hidden folders not entered. */
async function* list(folders: readonly string[], isCancelled: () => boolean): AsyncGenerator<string> {
  const queue = folders.flatMap(folder => pathOf(folder) ?? []);
  let names = 0;
  for (let folder = queue.shift(); folder !== undefined && names < mostNames; folder = queue.shift()) {
    for (const entry of await entriesOf(folder)) {
      if (isCancelled()) return;
      names++;
      const file = path.join(folder, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name)) queue.push(file);
      if (entry.isFile() && /\.ya?ml$/i.test(entry.name)) yield pathToFileURL(file).href;
    }
  }
}

async function read(uri: string, mostBytes: number): Promise<string | null> {
  const file = pathOf(uri);
  if (file === null) return null;
  try {
    const { size } = await fs.promises.stat(file);
    return size > mostBytes ? null : await fs.promises.readFile(file, 'utf8');
  } catch {
    return null;
  }
}

async function entriesOf(folder: string): Promise<readonly fs.Dirent[]> {
  try {
    return await fs.promises.readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
