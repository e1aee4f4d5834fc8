import assert from 'node:assert/strict';
import fs from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import https from 'node:https';
import net from 'node:net';
import path from 'node:path';
import { handle } from '../../core/apiserver/handle.ts';
import type { Watch } from '../../core/apiserver/reading/watch.ts';
import type { ApiRequest } from '../../core/apiserver/request.ts';
import type { JsonObject } from '../../core/base/json.ts';
import { newServer } from '../../test/kit/apiServer.ts';
import { eventually } from '../../test/kit/eventually.ts';
import { type Certificates, makeCertificates } from './certificate.ts';
import { type Listening, listen } from './httpsServer.ts';
import { writeKubeconfig } from './kubeconfig.ts';
import { limits } from './limits.ts';
import { goLive, type LiveServer } from './liveServer.ts';
import { readRequest } from './readRequest.ts';
import { createClock } from './virtualClock.ts';
import { createWatches } from './watchStream.ts';

const token = 'of-this-test';

describe('daemonscope serve', () => {
  let certificates: Certificates;
  let live: LiveServer;
  let listening: Listening;

  before(async () => {
    certificates = await makeCertificates(Date.now());
    live = goLive(newServer(), createClock(Date.now, 1));
    listening = await listen(live, certificates, token, 0);
  });
  after(async () => {
    live.stop();
    await listening.close();
  });

  function watchOf({ server, moment }: LiveServer): Watch {
    const query = new Map([
      ['watch', 'true'],
      ['resourceVersion', String(server.resourceVersion)],
    ]);
    const request = {
      method: 'GET',
      path: '/api/v1/nodes',
      query,
      accept: '',
      contentType: '',
      body: '',
      userAgent: 'test',
      impersonates: '',
    };
    const opened = handle(server, request, moment());
    assert.ok(opened.kind === 'watch');
    return opened.watch;
  }

  function patchNode(name: string, metadata: JsonObject): ApiRequest {
    return {
      ...{ method: 'PATCH', path: `/api/v1/nodes/${name}`, query: new Map(), accept: '', contentType: 'application/merge-patch+json' },
      ...{ body: JSON.stringify({ metadata }), userAgent: 'test', impersonates: '' },
    };
  }

  interface Answer {
    readonly status: number;
    readonly body: string;
    readonly headers: Readonly<Record<string, unknown>>;
  }

  function ask(url: string, options: https.RequestOptions = {}, body = ''): Promise<Answer> {
    const headers = { authorization: `Bearer ${token}`, ...options.headers };
    return new Promise((resolve, reject) => {
      const request = https.request(
        { host: '127.0.0.1', port: listening.port, path: url, ca: certificates.authority, ...options, headers },
        response => {
          let text = '';
          response.setEncoding('utf8').on('data', chunk => (text += chunk));
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text, headers: response.headers }));
        },
      );
      request.once('error', reject);
      request.end(body);
    });
  }

  it('is trusted by who has its authority, under its address and its name', async () => {
    assert.equal((await ask('/healthz')).body, 'ok');
    assert.equal((await ask('/healthz', { servername: 'localhost' })).body, 'ok');
    await assert.rejects(ask('/healthz', { ca: [] }), /self-signed|unable to/);
  });

  it('answers only who has the token', async () => {
    for (const authorization of ['', 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`]) {
      const { status, body } = await ask('/api', { headers: { authorization } });
      assert.equal(status, 401);
      assert.equal(JSON.parse(body).message, 'Unauthorized');
    }
  });

  it('answers only who names it, and no page of another site', async () => {
    assert.equal((await ask('/api', { servername: 'localhost', headers: { host: 'evil.example:443' } })).status, 421);
    const { headers } = await ask('/api', { headers: { origin: 'https://evil.example' } });
    assert.equal(headers['access-control-allow-origin'], undefined);
  });

  it('refuses a body that is too large, and goes on', async () => {
    const body = 'x'.repeat(limits.bodyBytes + 1);
    const answer = await ask('/api/v1/nodes', { method: 'POST' }, body).catch(() => ({ status: 413 }));
    assert.equal(answer.status, 413);
    assert.equal((await ask('/healthz')).status, 200);
  });

  it('takes a client that breaks off for what it is, not for a failure of its own', async () => {
    const message = new IncomingMessage(new net.Socket());
    const read = readRequest(message);
    message.push('{"half":');
    message.destroy(new Error('aborted'));
    assert.equal(await read, 'gone');
  });

  it('refuses headers that are too large, and to leave HTTP', async () => {
    const headers = { 'x-large': 'x'.repeat(limits.headerBytes + 1) };
    assert.equal((await ask('/api', { headers })).status, 431);
    const upgraded = await ask('/api', { headers: { connection: 'upgrade', upgrade: 'SPDY/3.1' } });
    assert.notEqual(upgraded.status, 101);
    assert.equal((await ask('/healthz')).status, 200);
  });

  it('refuses more connections than it can hold, and takes new ones when some are gone', async () => {
    const sockets = Array.from({ length: limits.connections }, () => net.connect(listening.port, '127.0.0.1'));
    await Promise.all(sockets.map(socket => new Promise(resolve => socket.once('connect', resolve))));
    await assert.rejects(ask('/healthz', { agent: false }));
    for (const socket of sockets) socket.destroy();
    await eventually(
      'an answer',
      () =>
        ask('/healthz', { agent: false }).then(
          ({ status }) => status,
          () => 0,
        ),
      200,
    );
  });

  it('refuses more watches than it can hold', async () => {
    const watches = createWatches(live);
    for (let i = 0; i < limits.watches; i++) watches.open(watchOf(live), new ServerResponse(new IncomingMessage(new net.Socket())), 60);
    assert.equal(watches.count, limits.watches);
    assert.equal(watches.isFull(), true);
    watches.endAll();
    assert.equal(watches.isFull(), false);
  });

  it('ends a watch whose reader does not read', async () => {
    const path = `/api/v1/nodes?watch=true&resourceVersion=${live.server.resourceVersion}`;
    const options = { host: '127.0.0.1', port: listening.port, ca: certificates.authority, headers: { authorization: `Bearer ${token}` } };
    const reading = https.get({ ...options, path }, response => response.pause()).on('error', () => undefined);
    const before = listening.watches();
    await eventually('the watch', () => Promise.resolve(listening.watches()), before + 1);
    const filler = 'x'.repeat(250_000);
    for (let i = 0; i < 200 && listening.watches() > before; i++) {
      live.answer(patchNode('worker-2', { annotations: { filler, i: String(i) } }));
      await new Promise(resolve => setImmediate(resolve));
    }
    assert.equal(listening.watches(), before);
    live.answer(patchNode('worker-2', { annotations: { filler: null } }));
    reading.destroy();
  });

  it('sends the headers of a watch at once, and its lines as things happen', async () => {
    const lines = await new Promise<string>((resolve, reject) => {
      const options = {
        host: '127.0.0.1',
        port: listening.port,
        ca: certificates.authority,
        headers: { authorization: `Bearer ${token}` },
      };
      const version = live.server.resourceVersion;
      const request = https.get({ ...options, path: `/api/v1/nodes?watch=true&resourceVersion=${version}` }, response => {
        response.setEncoding('utf8').once('data', text => {
          resolve(text);
          request.destroy();
        });
        const patch = { method: 'PATCH', headers: { 'content-type': 'application/merge-patch+json' } };
        void ask('/api/v1/nodes/worker-1', patch, '{"metadata":{"labels":{"a":"b"}}}');
      });
      request.once('error', reject);
    });
    const event = JSON.parse(lines.split('\n')[0] ?? '');
    assert.deepEqual([event.type, event.object.metadata.labels.a], ['MODIFIED', 'b']);
  });

  it('keeps the kubeconfig to its user, and takes it away', () => {
    const config = writeKubeconfig('https://127.0.0.1:1', certificates.authority, token);
    const mode = (file: string): number => fs.statSync(file).mode & 0o777;
    assert.equal(mode(config.file), 0o600);
    assert.equal(mode(path.dirname(config.file)), 0o700);
    config.remove();
    config.remove();
    assert.equal(fs.existsSync(path.dirname(config.file)), false);
  });
});

describe('virtual clock', () => {
  it('runs at its speed, never back, and keeps timestamps at speed 1', () => {
    let wall = 1_800_000_000_123;
    const clock = createClock(() => wall, 1);
    const first = clock.read();
    assert.equal((first.wall - first.now) % 1000, 0);
    wall += 500;
    assert.equal(clock.read().now, first.now + 500);
    clock.setSpeed(60);
    wall += 1000;
    assert.equal(clock.read().now, first.now + 60_500);
    clock.setSpeed(0);
    wall += 10_000;
    assert.equal(clock.read().now, first.now + 60_500);
    clock.atLeast(first.now + 70_000);
    wall -= 5000;
    assert.equal(clock.read().now, first.now + 70_000);
  });
});
