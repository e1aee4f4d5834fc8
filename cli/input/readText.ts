import fs from 'node:fs';
import { WrongUse } from '../wrongUse.ts';

/** The text of a file, or of standard input for `-`: UTF-8, or what Windows PowerShell writes (UTF-16 with a byte order mark), as kubectl reads it, too. */
export function readText(path: string): string {
  try {
    return decode(fs.readFileSync(path === '-' ? 0 : path));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new WrongUse(`${path} cannot be read: ${reasons[code] ?? code}.`);
  }
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString('utf16le', 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.toString('utf8');
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'no permission',
  ELOOP: 'its links lead in a circle',
  ENOTDIR: 'what stands before its last / is no folder',
  ERR_FS_FILE_TOO_LARGE: 'it is larger than 2 GB',
  ERR_STRING_TOO_LONG: 'it is larger than 512 MB',
};
