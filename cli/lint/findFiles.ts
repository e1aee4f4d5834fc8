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
  if (!fs.existsSync(one) && !isLink(one)) throw new WrongUse(`${one}: there is no such file or folder.`);
  return isFolder(one) ? filesBelow(one) : [one];
}

/** A link that leads nowhere, or in a circle, is told when it is read. */
function isLink(one: string): boolean {
  return fs.lstatSync(one, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function isFolder(one: string): boolean {
  return fs.existsSync(one) && fs.statSync(one).isDirectory();
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
