// What stands between the browser and the VS Code server: it passes everything on, answers the two endpoints that belong to code-server's
// outer shell (which is not started here), and turns the token of the printed URL into the cookie that the workbench reads.
import crypto from 'node:crypto';
import http from 'node:http';
import net from 'node:net';

const cookieName = 'vscode-tkn';

/**
 * Listens on a free loopback port.
 * @param {{ socketPath: string, token: string | null, port?: number }} upstream the server's socket; token null: none is asked for
 * @returns {Promise<{ port: number, close: () => void }>}
 */
export async function startFront({ socketPath, token, port = 0 }) {
  const secretKey = crypto.randomBytes(32);
  const sockets = new Set();
  const server = http.createServer((request, response) => {
    const own = ownAnswer(request, token, secretKey);
    if (own === null) return passOn(request, response, socketPath, token);
    response.writeHead(own.status, { 'content-type': own.type, ...own.headers }).end(own.body);
  });
  server.on('connection', socket => sockets.add(socket.once('close', () => sockets.delete(socket))));
  server.on('upgrade', (request, socket, head) => passUpgrade(request, socket, head, socketPath));
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the front has no port');
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: address.port, close };
}

/**
 * The outer shell's two endpoints: a service worker (an empty one will do) and the key with which the workbench encrypts secrets.
 * @param {http.IncomingMessage} request
 * @param {string | null} token
 * @param {Buffer} secretKey
 */
function ownAnswer(request, token, secretKey) {
  const { pathname } = urlOf(request);
  if (pathname === '/_static/out/browser/serviceWorker.js')
    return { status: 200, type: 'text/javascript', headers: { 'service-worker-allowed': '/' }, body: '' };
  if (pathname !== '/mint-key') return null;
  const allowed = token === null || cookies(request).includes(`${cookieName}=${token}`);
  return allowed
    ? { status: 200, type: 'application/octet-stream', headers: {}, body: secretKey }
    : { status: 403, type: 'text/plain', headers: {}, body: 'Forbidden.' };
}

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {string} socketPath
 * @param {string | null} token
 */
function passOn(request, response, socketPath, token) {
  const url = urlOf(request);
  const headers = { ...request.headers };
  const granted = token !== null && url.searchParams.get('tkn') === token && url.pathname === '/';
  // The server would answer with a redirect to the same page without the token; answering with the page itself also serves clients that keep no cookies.
  if (granted) {
    url.searchParams.delete('tkn');
    headers.cookie = [...cookies(request).filter(cookie => !cookie.startsWith(`${cookieName}=`)), `${cookieName}=${token}`].join('; ');
  }
  const target = granted ? url.pathname + url.search : request.url;
  const passed = http.request({ socketPath, path: target, method: request.method, headers }, answer => {
    const more = granted ? { 'set-cookie': `${cookieName}=${token}; Max-Age=604800; SameSite=Lax; Path=/` } : {};
    response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...more });
    answer.pipe(response);
  });
  passed.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(502).end('The VS Code server has stopped.')));
  response.on('close', () => passed.destroy());
  request.pipe(passed);
}

/**
 * @param {http.IncomingMessage} request
 * @param {import('node:stream').Duplex} socket
 * @param {Buffer} head
 * @param {string} socketPath
 */
function passUpgrade(request, socket, head, socketPath) {
  const upstream = net.connect(socketPath, () => {
    const lines = [`${request.method} ${request.url} HTTP/1.1`];
    for (let i = 0; i < request.rawHeaders.length; i += 2) lines.push(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}`);
    upstream.write(`${lines.join('\r\n')}\r\n\r\n`);
    upstream.write(head);
    socket.pipe(upstream).pipe(socket);
  });
  upstream.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  socket.on('error', () => upstream.destroy()).on('close', () => upstream.destroy());
}

/** @param {http.IncomingMessage} request */
const urlOf = request => new URL(request.url ?? '/', 'http://127.0.0.1');

/** @param {http.IncomingMessage} request */
const cookies = request => (request.headers.cookie ?? '').split(/;\s*/).filter(cookie => cookie !== '');
