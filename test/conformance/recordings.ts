import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

/** Recorded files by `folder/path`, from the packed copy or from a folder of the same shape. */
export interface Recordings {
  /** Paths below `prefix`, sorted. */
  list(prefix: string): readonly string[];
  has(file: string): boolean;
  text(file: string): string;
}

/** The copy in the repository: one Brotli-compressed `{path: text}` a folder, read when it is first needed. */
export function packedRecordings(folder: string): Recordings {
  const unpacked = new Map<string, Record<string, string>>();
  const open = (name: string): Record<string, string> => {
    const known = unpacked.get(name);
    if (known !== undefined) return known;
    const file = path.join(folder, `${name}.json.br`);
    const files = fs.existsSync(file) ? JSON.parse(zlib.brotliDecompressSync(fs.readFileSync(file)).toString('utf8')) : {};
    unpacked.set(name, files);
    return files;
  };
  const split = (file: string): [string, string] => {
    const slash = file.indexOf('/');
    return slash < 0 ? [file, ''] : [file.slice(0, slash), file.slice(slash + 1)];
  };
  return {
    list: prefix => {
      const [name, rest] = split(prefix);
      return Object.keys(open(name))
        .filter(file => file.startsWith(rest))
        .map(file => `${name}/${file}`)
        .sort();
    },
    has: file => Object.hasOwn(open(split(file)[0]), split(file)[1]),
    text: file => open(split(file)[0])[split(file)[1]] ?? '',
  };
}

/** A folder with sub-folders `controller`, `validation` and so on. */
export function folderRecordings(folder: string): Recordings {
  return {
    list: prefix =>
      fs
        .readdirSync(folder, { recursive: true })
        .map(file => String(file).replaceAll('\\', '/'))
        .filter(file => file.startsWith(prefix) && fs.statSync(path.join(folder, file)).isFile())
        .sort(),
    has: file => fs.existsSync(path.join(folder, file)),
    text: file => fs.readFileSync(path.join(folder, file), 'utf8'),
  };
}

/** One JSON value a line. */
export function jsonLines<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => JSON.parse(line) as T);
}
