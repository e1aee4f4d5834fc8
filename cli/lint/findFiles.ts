import fs from 'node:fs';
import path from 'node:path';
import { WrongUse } from '../wrongUse.ts';

/** Folders that hold nobody's manifests. */
const skipped = new Set(['node_modules', '.git', '.terraform', 'vendor']);
const extensions = new Set(['.yaml', '.yml', '.json']);

/**
 * The files that paths name: themselves, `-` for standard input, and in a folder every YAML and JSON file below it, in order of their names. Links
 * inside folders are not followed, so the search ends.
 */
export function findFiles(paths: readonly string[]): readonly string[] {
  return paths.flatMap(one => (one === '-' ? [one] : expand(one)));
}

function expand(one: string): readonly string[] {
  const found = fs.statSync(one, { throwIfNoEntry: false });
  if (found === undefined) throw new WrongUse(`${one}: there is no such file or folder.`);
  return found.isDirectory() ? filesBelow(one) : [one];
}

function filesBelow(folder: string): readonly string[] {
  return entriesOf(folder).flatMap(entry => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(full);
    return entry.isFile() && extensions.has(path.extname(entry.name).toLowerCase()) ? [full] : [];
  });
}

/** A folder one may not read holds nothing to lint. */
function entriesOf(folder: string): readonly fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
