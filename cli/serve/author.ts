import type { IncomingMessage } from 'node:http';
import type { Author } from '../../core/protocol/serve.ts';

/** So long are the words of a command that a panel shows. */
const longest = 60;

/** Who sends a request: kubectl says which of its commands it runs (KEP-859), other clients their name. */
export function authorOf({ headers }: IncomingMessage): Author {
  const command = headers['kubectl-command'];
  const name = typeof command === 'string' && command !== '' ? command : (headers['user-agent'] ?? '').split('/')[0];
  return { kind: 'client', name: plain(name ?? '') };
}

/** A client may write anything there. */
function plain(name: string): string {
  const text = name.replace(/[^\x20-\x7e]/g, '').trim();
  return text === '' ? 'unknown' : text.slice(0, longest);
}
