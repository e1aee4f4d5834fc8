import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { ApiResponse } from '../../core/apiserver/request.ts';
import { plain } from '../../core/apiserver/response.ts';
import { internalError, notImplemented } from '../../core/apiserver/status.ts';
import { refusalOf } from './admission.ts';
import { authorOf } from './author.ts';
import type { Certificates } from './certificate.ts';
import { tellFailure } from './guarded.ts';
import { limits } from './limits.ts';
import type { LiveServer } from './liveServer.ts';
import { readRequest } from './readRequest.ts';
import { createWatches, type Watches } from './watchStream.ts';

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** How many watches are open. */
  readonly watches: () => number;
  close(): Promise<void>;
}

/** Serves a live world over HTTPS on 127.0.0.1. `port` 0: any free one. Rejects when the port is taken. */
export async function listen(live: LiveServer, certificates: Certificates, token: string, port: number): Promise<Listening> {
  const watches = createWatches(live);
  const options = {
    key: certificates.key,
    cert: certificates.certificate,
    maxHeaderSize: limits.headerBytes,
    requestTimeout: limits.requestMs,
  };
  const server = https.createServer({ ...options, minVersion: 'TLSv1.2' }, (message, response) => {
    response.on('error', () => response.destroy());
    void serve(live, watches, token, message, response).catch(error => fail(response, error));
  });
  server.maxConnections = limits.connections;
  // port-forward, exec and attach ask to leave HTTP: they are told in HTTP why that cannot be
  server.on('upgrade', (message, socket) => {
    socket.on('error', () => socket.destroy());
    void upgradeAnswer(live, token, message).then(
      answer => socket.end(answer),
      () => socket.destroy(),
    );
  });
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    watches: () => watches.count,
    close: () =>
      new Promise(resolve => {
        watches.endAll();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(live: LiveServer, watches: Watches, token: string, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const refused = refusalOf(message, message.socket.localPort ?? 0, token);
  if (refused !== null) {
    send(response, refused);
    return;
  }
  const request = await readRequest(message);
  if (request === 'gone') {
    response.destroy();
    return;
  }
  if (request === 'too large') {
    send(response, plain(`the request is larger than ${limits.bodyBytes} bytes\n`, 413));
    return;
  }
  const handled = live.answer(request, authorOf(message));
  if (handled.kind === 'response') send(response, handled.response);
  else if (watches.isFull()) send(response, notImplemented(`there are ${limits.watches} open watches already`));
  else watches.open(handled.watch, response, Number(request.query.get('timeoutSeconds') ?? 0));
}

async function upgradeAnswer(live: LiveServer, token: string, message: IncomingMessage): Promise<string> {
  const refused = refusalOf(message, message.socket.localPort ?? 0, token);
  const request = refused === null ? await readRequest(message) : 'gone';
  const handled = typeof request === 'string' ? null : live.answer(request);
  const { status, contentType, body } =
    refused ?? (handled?.kind === 'response' ? handled.response : notImplemented('this server keeps to HTTP'));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    `content-type: ${contentType}`,
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  return [...head, 'connection: close', '', body].join('\r\n');
}

function send(response: ServerResponse, { status, contentType, body, warnings, binary }: ApiResponse): void {
  const bytes = Buffer.from(body, binary === true ? 'latin1' : 'utf8');
  const warning = warnings.map(text => `299 - ${JSON.stringify(ascii(text))}`);
  if (warning.length > 0) response.setHeader('warning', warning);
  response.writeHead(status, {
    'content-type': contentType,
    'cache-control': 'no-cache, private',
    'content-length': bytes.length,
  });
  response.end(bytes);
}

/** A header takes no line breaks and nothing beyond ASCII. */
function ascii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 4000);
}

/** A failure of ours ends the request, not the server. */
function fail(response: ServerResponse, error: unknown): void {
  tellFailure(error);
  if (response.headersSent) response.destroy();
  else send(response, internalError('daemonscope failed; see its output'));
}
