import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { readScenario } from '../../cli/input/readScenario.ts';
import type { HostToServe, ServeToHost } from '../../core/protocol/serve.ts';
import { bundles } from '../../scripts/bundles.mjs';
import { root } from '../../scripts/vscode-host/paths.mjs';
import { eventually, until } from '../kit/eventually.ts';

/** `daemonscope serve` as a process: how it ends, and what it leaves. Each test has a temp folder of its own. */
describe('the process of daemonscope serve', function () {
  this.timeout(60_000);
  let home: string;
  let temp: string;
  const running: ChildProcess[] = [];

  before(async () => {
    home = fs.mkdtempSync(path.join(os.tmpdir(), 'daemonscope-process-'));
    const bundle = bundles.find(({ name }) => name === 'cli');
    assert.ok(bundle);
    const { entry, options } = bundle;
    await build({ ...(options as object), entryPoints: [path.join(root, entry)], outfile: cli(), bundle: true, logLevel: 'error' });
  });
  after(() => fs.rmSync(home, { recursive: true, force: true }));
  beforeEach(() => {
    temp = fs.mkdtempSync(path.join(home, 't-'));
  });
  afterEach(() => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
  });

  const cli = (): string => path.join(home, 'cli.js');
  const left = (): readonly string[] => fs.readdirSync(temp).filter(name => name.startsWith('daemonscope-serve-'));
  const env = (): NodeJS.ProcessEnv => ({ ...process.env, TMPDIR: temp });

  interface Run {
    readonly child: ChildProcess;
    readonly told: ServeToHost[];
    readonly said: () => string;
    readonly exitCode: Promise<number | null>;
    readonly say: (message: HostToServe) => void;
  }

  function serve(args: readonly string[] = [], more: NodeJS.ProcessEnv = {}): Run {
    const child = fork(cli(), ['serve', ...args], { silent: true, env: { ...env(), ...more }, execArgv: [] });
    running.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', text => (said += String(text)));
    const told: ServeToHost[] = [];
    child.on('message', message => told.push(message as ServeToHost));
    const exitCode = new Promise<number | null>(resolve => child.once('exit', resolve));
    return { child, told, said: () => said, exitCode, say: message => void child.send(message) };
  }

  async function ready(run: Run): Promise<Extract<ServeToHost, { kind: 'ready' }>> {
    await until(
      'that it is ready',
      () => Promise.resolve(run.told.length + (run.child.exitCode ?? 0)),
      count => count > 0,
    );
    const [message] = run.told;
    assert.ok(message?.kind === 'ready', run.said());
    return message;
  }

  it('takes its kubeconfig away when its host closes the channel', async () => {
    const run = serve();
    const { kubeconfig } = await ready(run);
    assert.ok(fs.existsSync(kubeconfig));
    run.child.disconnect();
    assert.equal(await run.exitCode, 0);
    assert.deepEqual(left(), []);
  });

  it('does so when its host is killed, as an editor that crashes is', async () => {
    const script = `require('node:child_process').fork(${JSON.stringify(cli())}, ['serve'], { silent: true, execArgv: [] }).on('message', ({ kubeconfig }) => console.log(kubeconfig));`;
    const host = spawn(process.execPath, ['-e', script], { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
    running.push(host);
    await eventually('the kubeconfig', () => Promise.resolve(left().length), 1);
    await new Promise(resolve => host.stdout.once('data', resolve));
    host.kill('SIGKILL');
    await eventually('what is left', () => Promise.resolve(left()), []);
  });

  it('leaves what it must when it is killed itself, and the next one sweeps that', async () => {
    const first = serve();
    await ready(first);
    first.child.kill('SIGKILL');
    await first.exitCode;
    assert.equal(left().length, 1);
    const second = serve();
    const { kubeconfig } = await ready(second);
    assert.deepEqual(left(), [path.basename(path.dirname(kubeconfig))]);
    second.child.kill('SIGINT');
    assert.equal(await second.exitCode, 0);
    assert.deepEqual(left(), []);
  });

  it('says that a port is taken, and leaves nothing', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise(resolve => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    const run = serve(['--port', String(port)]);
    assert.equal(await run.exitCode, 2);
    assert.equal(run.said(), `daemonscope: --port ${port}: another program listens there already.\n`);
    assert.deepEqual(left(), []);
    other.close();
  });

  it('says when there is no kubectl, and what to do', async () => {
    const run = serve([], { PATH: temp });
    assert.equal((await ready(run)).kubectl, false);
    assert.match(run.said(), /kubectl was not found on the PATH: install it \(https:/);
  });

  it('plays the events of a scenario as they are due, and saves what happened as a scenario', async () => {
    const file = path.join(temp, 'scenario.yaml');
    const events = [
      { at: '5s', do: 'cordon', node: 'worker-1' },
      { at: '10m', do: 'nodeDown', node: 'worker-2' },
    ];
    fs.writeFileSync(file, JSON.stringify({ apiVersion: 'daemonscope.dev/v1alpha1', kind: 'Scenario', cluster: 'tutorial', events }));
    const saved = path.join(temp, 'saved.yaml');
    const run = serve(['--scenario', file, '--speed', '10000', '--save-scenario', saved, '--assume', 'imagePull=30s', 'jitter=0.1']);
    await ready(run);
    run.say({ kind: 'attach' });
    run.say({ kind: 'act', actions: [{ do: 'cordon', node: 'worker-2' }] });
    await until(
      'the time',
      () => Promise.resolve(run.told.findLast(message => 'time' in message)),
      message => message !== undefined && 'time' in message && message.time.now > 700_000,
    );
    run.child.disconnect();
    assert.equal(await run.exitCode, 0);
    const { scenario } = readScenario(saved).file;
    assert.deepEqual([scenario.assumptions.imagePull, scenario.assumptions.jitter], [30_000, 0.1]);
    assert.deepEqual(scenario.events.map(event => [event.do, 'node' in event ? event.node : '']).sort(), [
      ['cordon', 'worker-1'],
      ['cordon', 'worker-2'],
      ['nodeDown', 'worker-2'],
    ]);
  });

  for (const [args, sentence] of [
    [['--scenario', 'none-such.yaml'], /none-such\.yaml/],
    [['--scenario', 'a.yaml', '--cluster', 'tutorial'], /leave --cluster out/],
    [['--save-scenario', '/none-such/a.yaml'], /--save-scenario \/none-such\/a\.yaml/],
    [['--assume', 'pull=3s'], /known are imagePull|known are .*imagePull/],
    [['--assume', 'imagePull=soon'], /soon is no value of imagePull/],
    [['--speed', 'fast'], /--speed fast: write a number/],
  ] as const)
    it(`is used wrongly, and says how: ${args.join(' ')}`, async () => {
      const run = serve(args);
      assert.equal(await run.exitCode, 2);
      assert.match(run.said(), sentence);
    });
});
