import type { IncomingMessage } from 'node:http';
import type { ApiRequest } from '../../core/apiserver/request.ts';
import { limits } from './limits.ts';

/** Why a request could not be read: its body is larger than allowed, or who sent it broke off. */
export type Unread = 'too large' | 'gone';

/** The request as the core takes it. */
export async function readRequest(message: IncomingMessage): Promise<ApiRequest | Unread> {
  const body = await readBody(message);
  if (typeof body === 'string') return body;
  const url = message.url ?? '/';
  const mark = url.indexOf('?');
  const contentType = message.headers['content-type'] ?? '';
  return {
    method: message.method ?? 'GET',
    path: mark < 0 ? url : url.slice(0, mark),
    query: queryOf(mark < 0 ? '' : url.slice(mark + 1)),
    accept: message.headers.accept ?? '',
    contentType,
    body: body.toString(contentType.includes('protobuf') ? 'latin1' : 'utf8'),
    impersonates: String(message.headers['impersonate-user'] ?? ''),
    userAgent: (message.headers['user-agent'] ?? 'unknown').split('/')[0] ?? 'unknown',
  };
}

function queryOf(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(text)) if (!query.has(key)) query.set(key, value);
  return query;
}

async function readBody(message: IncomingMessage): Promise<Buffer | Unread> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limits.bodyBytes) return 'too large';
      chunks.push(chunk);
    }
  } catch {
    return 'gone';
  }
  return Buffer.concat(chunks);
}
