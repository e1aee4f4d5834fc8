import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eventually, until } from '../kit/eventually.ts';
import { hash, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, replaceText, revertAndClose, runCommand, undo } from '../kit/vscode/workbench.ts';
import { agent } from './manifests.ts';
import type { Session } from './session.ts';

const node = (name: string): string =>
  `kind: Node\napiVersion: v1\nmetadata:\n  name: ${name}\n  labels: {kubernetes.io/hostname: ${name}}\n`;

const files = {
  'agents/one.yaml': agent('one'),
  'agents/cluster.yaml': `${node('a-1')}---\n${node('a-2')}`,
  'agents/old.scenario.yaml': '# written by another version\napiVersion: daemonscope.dev/v9\nkind: Scenario\n',
};

/** What is taken away under a panel: it says so in one line, keeps the last good picture, and goes on when it is there again. */
export function panelTroubles(session: () => Session): void {
  describe('the panel when things are taken away', () => {
    let window: Window;
    const file = (name: string): string => path.join(window.folder, 'agents', name);
    before(async () => {
      window = await session().open({ files, viewport: { width: 1700, height: 1000 } });
      await openFile(window, 'agents/one.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('goes on playing the last picture while the manifest is broken', async () => {
      await replaceText(window, 'pause:3.10', 'pause:3.11');
      await until(
        'the edit',
        () => part(window, 'edit').innerText(),
        text => text.includes('3.11'),
      );
      await part(window, 'speed-1').click();
      await part(window, 'play').click();
      await replaceText(window, 'kind: DaemonSet', 'kind: [DaemonSet');
      await trouble(window, 'gone', 'invalid');
      const at = async (): Promise<number> => Number(await part(window, 'picture').getAttribute('data-at'));
      const then = await at();
      await until('time goes on', at, now => now > then);
      await undo(window);
      await fine(window);
    });

    it('says what is wrong with the cluster file, on which line, and what comes when it is deleted', async () => {
      const kept = await hash(window);
      const text = fs.readFileSync(file('cluster.yaml'), 'utf8');
      fs.writeFileSync(file('cluster.yaml'), 'kind: Node\nmetadata: [\n');
      await trouble(window, 'cluster');
      assert.match(await part(window, 'problem').innerText(), /cluster\.yaml:\d+/);
      fs.writeFileSync(file('cluster.yaml'), 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: a}\n');
      await until(
        'no node in it',
        () => part(window, 'problem').innerText(),
        said => /no node/i.test(said),
      );
      assert.equal(await hash(window), kept, 'the last good picture');
      fs.rmSync(file('cluster.yaml'));
      await until(
        'the default one',
        () => part(window, 'chooseCluster').innerText(),
        label => label.includes('tutorial'),
      );
      await fine(window);
      fs.writeFileSync(file('cluster.yaml'), text);
      await until(
        'the file again',
        () => part(window, 'chooseCluster').innerText(),
        label => label.includes('cluster.yaml'),
      );
    });

    it('says that a document is closed, and goes on when it is opened again; follows it to another name', async () => {
      await revertAndClose(window);
      await trouble(window, 'gone');
      assert.match(await part(window, 'problem').innerText(), /one\.yaml is closed/);
      await openFile(window, 'agents/one.yaml');
      await fine(window);
      await window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'one.yaml' }).first().click();
      await window.page.keyboard.press('F2');
      const input = window.page.locator('.explorer-item-edited input').first();
      await input.fill('uno.yaml');
      await input.press('Enter');
      await window.page.locator('.tab.active', { hasText: 'uno.yaml' }).waitFor();
      await fine(window);
      await eventually('the same DaemonSet', () => part(window, 'name').innerText(), 'one');
      fs.rmSync(file('uno.yaml'));
      await revertAndClose(window);
      await until(
        'that it is gone',
        () => part(window, 'problem').innerText(),
        said => said.includes('uno.yaml is no longer there'),
      );
    });

    it('names the one whose manifest is broken, and whose picture it still shows', async () => {
      fs.writeFileSync(file('two.yaml'), agent('two').replace('spec:\n  selector', 'spec:\n  replicas: 3\n  selector'));
      await openFile(window, 'agents/two.yaml');
      await trouble(window, 'invalid');
      await eventually('the header', () => part(window, 'name').innerText(), 'two');
      assert.match(await part(window, 'problem').innerText(), /Line \d+.*replicas[\s\S]*still that of one/);
      await replaceText(window, '  replicas: 3\n', '');
      await fine(window);
      await until(
        'a file that is in no commit',
        () => part(window, 'chooseBaseline').innerText(),
        label => label.includes('nothing yet'),
      );
      assert.equal(await part(window, 'chooseBaseline').getAttribute('title'), 'not in Git HEAD');
    });

    it('refuses a scenario file of another version, on its line, and shows the picture from before', async () => {
      await openFile(window, 'agents/old.scenario.yaml');
      await runCommand(window, 'Daemonscope: Open Scenario File');
      await trouble(window, 'invalid');
      assert.match(await part(window, 'problem').innerText(), /Line 2: apiVersion/);
      assert.equal(await part(window, 'picture').count(), 1);
    });

    it('has Git HEAD as baseline on a detached head, and in a submodule', async () => {
      const run = (folder: string, ...args: string[]): void => {
        const env = { ...process.env, GIT_CONFIG_GLOBAL: os.devNull, GIT_CONFIG_SYSTEM: os.devNull };
        const who = ['-c', 'user.name=D', '-c', 'user.email=d@localhost', '-c', 'protocol.file.allow=always'];
        const { status, stderr } = spawnSync('git', [...who, ...args], { cwd: folder, env, encoding: 'utf8' });
        assert.equal(status, 0, stderr);
      };
      const inside = fs.mkdtempSync(path.join(path.dirname(window.folder), 'inside-'));
      fs.writeFileSync(path.join(inside, 'agent.yaml'), agent('in-a-submodule'));
      run(inside, 'init', '--quiet');
      run(inside, 'add', '--all');
      run(inside, 'commit', '--quiet', '-m', 'one');
      run(window.folder, 'checkout', '--quiet', '--detach');
      run(window.folder, 'submodule', '--quiet', 'add', inside, 'inside');
      for (const [name, shown] of [
        ['log-shipper/log-shipper.yaml', 'log-shipper'],
        ['inside/agent.yaml', 'in-a-submodule'],
      ] as const) {
        await openFile(window, name);
        await runCommand(window, 'Daemonscope: Simulate Rollout');
        await eventually('the panel shows it', () => part(window, 'name').innerText(), shown);
        await until(
          'its baseline',
          () => part(window, 'chooseBaseline').innerText(),
          label => label.includes('Git HEAD'),
        );
      }
    });
  });

  describe('the panel where there is no Git repository', () => {
    it('compares with the saved file, and says why', async () => {
      const window = await session().open({ git: false });
      try {
        await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
        await runCommand(window, 'Daemonscope: Simulate Rollout');
        await until(
          'its baseline',
          () => part(window, 'chooseBaseline').innerText(),
          label => label.includes('saved file'),
        );
        assert.equal(await part(window, 'chooseBaseline').getAttribute('title'), 'no Git repository');
      } finally {
        await window.close();
      }
    });
  });
}

/** Waits for one line that says what is wrong, while the picture stays. */
async function trouble(window: Window, ...kinds: readonly string[]): Promise<void> {
  await until(
    'what is wrong',
    () => part(window, 'problem').getAttribute('data-kind'),
    kind => kinds.includes(kind ?? ''),
  );
  assert.equal(await part(window, 'problem').count(), 1);
  assert.equal(await part(window, 'picture').count(), 1);
}

function fine(window: Window): Promise<void> {
  return part(window, 'problem').waitFor({ state: 'hidden' });
}
