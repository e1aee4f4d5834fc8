import { fileURLToPath } from 'node:url';

/** The path of a file's URI; null: it stands for no path of this machine. */
export function pathOf(uri: string): string | null {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : null;
  } catch {
    return null;
  }
}
