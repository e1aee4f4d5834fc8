import { spawn } from 'node:child_process';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { handle } from '../../core/apiserver/handle.ts';
import { type Watch, watchLines } from '../../core/apiserver/reading/watch.ts';
import type { ApiRequest } from '../../core/apiserver/request.ts';
import { advanceTo, createApiServer } from '../../core/apiserver/server.ts';
import type { ApiServer } from '../../core/apiserver/state.ts';
import { tutorialCluster } from '../../core/simulation/clusters/tutorial.ts';
import type { Scenario } from '../../core/simulation/scenario.ts';
import { ensureKubectl, kubectlPath } from '../../scripts/kubectl/ensureKubectl.mjs';
import { startCluster } from '../kubectl/kit/simulatedCluster.ts';
import { median, medianTime, report, row } from './kit/measure.ts';
import { processMemory } from './kit/processMemory.ts';
import { rollout } from './kit/rollout.ts';

/** What the simulated API server costs: requests, watches on a rolling cluster, its process, and what a person at kubectl waits. */
const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT ?? process.cwd());

function newServer(scenario: Scenario): ApiServer {
  const started = createApiServer(scenario);
  if (!started.ok) throw new Error(JSON.stringify(started.problems));
  return started.server;
}

function get(url: string, accept = 'application/json'): ApiRequest {
  const [plain = '', query = ''] = url.split('?');
  return {
    ...{ method: 'GET', path: plain, query: new Map(new URLSearchParams(query)), accept, contentType: '', body: '', userAgent: 'bench' },
    impersonates: '',
  };
}

const clockAt = (now: number): { readonly now: number; readonly wall: number } => ({ now, wall: 1_800_000_000_000 + now });

/** Answers a second without the network: an object of a cluster of 1,000 nodes. */
function requestsPerSecond(): number {
  const server = newServer(rollout(1000, '10%'));
  const request = get('/apis/apps/v1/namespaces/default/daemonsets/app');
  const times = 2000;
  const ms = medianTime(
    () => undefined,
    () => {
      for (let i = 0; i < times; i++) handle(server, request, clockAt(0));
    },
  );
  return (times / ms) * 1000;
}

/** The same over HTTPS on kept connections, server and client in this one process: its CPU time counts. */
async function httpsRequestsPerSecond(): Promise<number> {
  const cluster = await startCluster(tutorialCluster(), 1);
  const agent = new https.Agent({ keepAlive: true, maxSockets: 8 });
  const options = { host: '127.0.0.1', port: cluster.port, ca: cluster.authority, headers: { authorization: `Bearer ${cluster.token}` } };
  const once = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const url = '/apis/apps/v1/namespaces/kube-system/daemonsets/kube-proxy';
      https.get({ ...options, agent, path: url }, response => response.resume().on('end', () => resolve())).once('error', reject);
    });
  const batch = async (times: number): Promise<void> => {
    for (let i = 0; i < times; i += 8) await Promise.all(Array.from({ length: 8 }, once));
  };
  await batch(800);
  const before = process.cpuUsage();
  await batch(2400);
  const { user, system } = process.cpuUsage(before);
  agent.destroy();
  await cluster.stop();
  return (2400 / (user + system)) * 1e6;
}

interface Rolled {
  /** CPU ms for a virtual second of the roll, with all watches told. */
  readonly perSecond: number;
  readonly lines: number;
}

/** A roll of 1,000 nodes with 200 watches, as dashboards have them: each is told every 100 ms of virtual time. */
function roll(watches: number): Rolled {
  const server = newServer(rollout(1000, '10%'));
  const open: Watch[] = [];
  const paths = ['/api/v1/pods', '/apis/apps/v1/daemonsets', '/api/v1/nodes', '/apis/apps/v1/controllerrevisions'];
  for (let i = 0; i < watches; i++) {
    const handled = handle(server, get(`${paths[i % 4]}?watch=true&resourceVersion=${server.resourceVersion}`), clockAt(0));
    if (handled.kind === 'watch') open.push(handled.watch);
  }
  const before = process.cpuUsage();
  let lines = 0;
  const seconds = 60;
  for (let now = 100; now <= seconds * 1000; now += 100) {
    advanceTo(server, now);
    for (const watch of open) lines += watchLines(server, watch, clockAt(now)).split('\n').length - 1;
  }
  const { user, system } = process.cpuUsage(before);
  return { perSecond: (user + system) / 1000 / seconds, lines };
}

interface Served {
  /** Wall ms from the start of the process to its first answer. */
  readonly firstAnswer: number;
  readonly rssMb: number;
}

/** `dist/cli.js serve` on 1,000 nodes, as a process of its own. */
async function serve(): Promise<Served> {
  const cli = path.join(root, 'dist', 'cli.js');
  if (!fs.existsSync(cli)) throw new Error('npm run build first: dist/cli.js is not there');
  const begin = performance.now();
  const child = spawn(process.execPath, [cli, 'serve', '--cluster', '1000-nodes'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const ready = await new Promise<{ kubeconfig: string; port: number }>(resolve =>
    child.once('message', message => resolve(message as never)),
  );
  const config = JSON.parse(fs.readFileSync(ready.kubeconfig, 'utf8'));
  const ca = Buffer.from(config.clusters[0].cluster['certificate-authority-data'], 'base64');
  const ask = (url: string): Promise<number> => askHttps(ready.port, url, ca, config.users[0].user.token);
  await ask('/version');
  const firstAnswer = performance.now() - begin;
  await ask('/api/v1/pods');
  await ask('/api/v1/nodes');
  const rssMb = processMemory(child.pid, 'now');
  child.disconnect();
  await new Promise(resolve => child.once('exit', resolve));
  return { firstAnswer, rssMb };
}

function askHttps(port: number, url: string, ca: Buffer, token: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: url, ca, headers: { authorization: `Bearer ${token}` } };
    https.get(options, response => response.resume().on('end', () => resolve(response.statusCode ?? 0))).once('error', reject);
  });
}

/** `kubectl get ds -A`, times `kubectl version`: both go to the server once discovery is known. */
async function kubectlRatio(): Promise<number> {
  await ensureKubectl(console.error);
  const cluster = await startCluster(tutorialCluster(), 1);
  const env = { HOME: fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-bench-')), KUBECONFIG: cluster.kubeconfig };
  const timeOf = (args: readonly string[]): Promise<number> =>
    new Promise((resolve, reject) => {
      const begin = performance.now();
      spawn(kubectlPath('1.36'), args, { env, stdio: 'ignore' })
        .once('error', reject)
        .once('exit', () => resolve(performance.now() - begin));
    });
  const ratios: number[] = [];
  for (let i = 0; i < 15; i++) ratios.push((await timeOf(['get', 'ds', '-A'])) / (await timeOf(['version'])));
  await cluster.stop();
  fs.rmSync(env.HOME, { recursive: true, force: true });
  return median(ratios);
}

/** Wall ms from a change to its line at a reader of a watch, over HTTPS. */
async function watchDelay(): Promise<number> {
  const cluster = await startCluster(tutorialCluster(), 1);
  const options = { host: '127.0.0.1', port: cluster.port, ca: cluster.authority, headers: { authorization: `Bearer ${cluster.token}` } };
  const times: number[] = [];
  await new Promise<void>((resolve, reject) => {
    let begin = 0;
    const change = (): void => {
      const request = { ...get('/api/v1/nodes/worker-1'), method: 'PATCH', contentType: 'application/merge-patch+json' };
      begin = performance.now();
      cluster.live.answer({ ...request, body: JSON.stringify({ metadata: { labels: { at: String(times.length) } } }) });
    };
    const url = `/api/v1/nodes?watch=true&resourceVersion=${cluster.server.resourceVersion}`;
    const reading = https.get({ ...options, path: url }, response => {
      response.on('data', () => {
        times.push(performance.now() - begin);
        if (times.length < 30) setImmediate(change);
        else resolve(void reading.destroy());
      });
      change();
    });
    reading.once('error', error => (times.length < 30 ? reject(error) : undefined));
  });
  await cluster.stop();
  return median(times);
}

const served = await serve();
const rolled = roll(200);
report([
  row('simple GETs a second of CPU time, over HTTPS, with their client', await httpsRequestsPerSecond(), '/s', 1000, false),
  row('… without the network, 1,000 nodes', requestsPerSecond(), '/s', 10_000, false),
  row('200 watches on a roll of 1,000 nodes: CPU a virtual second', rolled.perSecond, 'ms', 1000),
  row('… lines sent in a minute', rolled.lines, '', 1, false),
  row('change → line of a watch over HTTPS', await watchDelay(), 'ms', 10),
  row('start to first answer, 1,000 nodes', served.firstAnswer, 'ms', 1000),
  row('resident memory, 1,000 nodes', served.rssMb, 'MB', 150),
  row('kubectl get ds -A, times kubectl version', await kubectlRatio(), '×', 1.5),
]);
