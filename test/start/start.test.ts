import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/vscode-host/paths.mjs';
import { ensureVSCode } from '../../scripts/vscode-host/vscode.mjs';
import { eventually } from '../kit/eventually.ts';
import { commandsOf } from '../kit/processes.ts';

/** What a test has of a running `npm start`. */
interface Started {
  readonly child: ChildProcess;
  /** Its temp folder: nobody else's. */
  readonly temp: string;
  readonly url: URL;
  readonly folder: string;
  readonly printed: () => string;
}

describe('npm start', function () {
  this.timeout(120_000);
  const running: Started[] = [];
  before(async function () {
    this.timeout(300_000);
    await ensureVSCode(console.log);
  });
  afterEach(async () => {
    for (const started of running.splice(0)) {
      started.child.kill('SIGINT');
      await ended(started);
      await eventually('processes', () => commandsOf(started.temp), []);
      fs.rmSync(started.temp, { recursive: true, force: true });
    }
  });
  const start = async (env: NodeJS.ProcessEnv = {}): Promise<Started> => {
    const started = await startIn(env);
    running.push(started);
    return started;
  };

  it('serves the workbench on loopback to those who have the token', async () => {
    const { url, folder } = await start();
    assert.equal(url.hostname, '127.0.0.1');
    const page = await fetch(url);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /vscode-workbench-web-configuration/);
    assert.equal((await fetch(new URL(`/?folder=${folder}`, url))).status, 403);
  });

  it('opens a copy of the examples that is a Git repository with one commit', async () => {
    const { folder } = await start();
    assert.deepEqual(
      fs
        .readdirSync(folder)
        .filter(name => name !== '.git')
        .sort(),
      fs.readdirSync(path.join(root, 'examples')).sort(),
    );
    assert.ok(fs.existsSync(path.join(folder, '.git', 'refs', 'heads', 'main')));
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends at ${signal} and leaves neither processes nor files`, async () => {
      const started = await start();
      started.child.kill(signal);
      await ended(started);
      assert.equal(started.child.exitCode, 0);
      assert.deepEqual(fs.readdirSync(started.temp), []);
      await eventually('processes', () => commandsOf(started.temp), []);
    });
  }

  it('keeps what one has changed, and says where', async () => {
    const started = await start();
    fs.appendFileSync(path.join(started.folder, 'README.md'), 'mine\n');
    started.child.kill('SIGINT');
    await ended(started);
    assert.ok(started.printed().includes(`You changed README.md: kept in ${started.folder}`), started.printed());
    assert.match(fs.readFileSync(path.join(started.folder, 'README.md'), 'utf8'), /mine/);
  });

  it('takes VS Code along when it is killed', async () => {
    const started = await start();
    started.child.kill('SIGKILL');
    await eventually('processes', () => commandsOf(started.temp), []);
  });

  it('goes on without git, and says so', async () => {
    const started = await start({ PATH: withoutGit() });
    assert.match(started.printed(), /no git on this machine/);
    assert.equal((await fetch(started.url)).status, 200);
  });

  it('explains itself when it is used wrongly', async () => {
    for (const [args, said] of [
      [['--nonsense'], /usage: npm start/],
      [['--port', 'x'], /--port x is no port number/],
    ] as const) {
      const run = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs'), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
      let text = '';
      run.stderr.setEncoding('utf8').on('data', data => {
        text += data;
      });
      assert.equal(await new Promise(resolve => run.once('close', resolve)), 2);
      assert.match(text, said);
    }
  });
});

async function startIn(env: NodeJS.ProcessEnv): Promise<Started> {
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 's-'));
  const child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, TMPDIR: temp },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', data => {
      text += data;
    });
  const printed = (): string => text;
  const find = (pattern: RegExp): string => pattern.exec(text)?.[1] ?? '';
  await eventually(`the URL in:\n${text}`, () => /Ctrl-C/.test(text) || child.exitCode !== null, true, 100_000);
  if (child.exitCode !== null) throw new Error(text);
  return { child, temp, url: new URL(find(/Open +(\S+)/)), folder: find(/Folder +(\S+)/), printed };
}

function ended({ child }: Started): Promise<void> {
  return eventually('it ends', () => child.exitCode !== null || child.signalCode !== null, true);
}

/** A PATH of one folder in which Node is, and no git. */
function withoutGit(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'node-only-'));
  fs.symlinkSync(process.execPath, path.join(folder, 'node'));
  return folder;
}
