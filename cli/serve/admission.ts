import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ApiResponse } from '../../core/apiserver/request.ts';
import { plain } from '../../core/apiserver/response.ts';
import { unauthorized } from '../../core/apiserver/status.ts';

/**
 * Why a request is refused before it is read; null: it is let in. Only who names this address (a page of another site that points its own name at
 * 127.0.0.1 does not) and has the token is.
 */
export function refusalOf(message: IncomingMessage, port: number, token: string): ApiResponse | null {
  const host = message.headers.host ?? '';
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return plain('the header Host does not name this server\n', 421);
  return hasToken(message.headers.authorization ?? '', token) ? null : unauthorized();
}

function hasToken(header: string, token: string): boolean {
  const given = Buffer.from(header);
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
