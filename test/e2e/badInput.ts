import assert from 'node:assert/strict';
import { eventually, until } from '../kit/eventually.ts';
import { hash, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { notifications, openFile, problems, replaceAll, replaceText, revertAndClose, runCommand, undo } from '../kit/vscode/workbench.ts';
import { agent, manyDocuments } from './manifests.ts';
import type { Session } from './session.ts';

const files = {
  'bad/empty.yaml': '',
  'bad/deployment.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n',
  'bad/two.yaml': `${agent('first')}---\n${agent('second')}`,
  'bad/nowhere.yaml': agent('nowhere', '      nodeSelector:\n        disk: none-such\n'),
  'bad/long.yaml': manyDocuments(10_000),
  'bad/braces.yaml': agent('braces').replace('name: braces', 'name: {{ .Values.name }}'),
  'chart/Chart.yaml': 'apiVersion: v2\nname: agent\nversion: 0.1.0\n',
  'chart/templates/daemonset.yaml': agent('chart').replace('image: registry.k8s.io/pause:3.10', 'image: {{ .Values.image | quote }}'),
  'bad/proto.yaml': `${agent('proto')}__proto__:\n  polluted: true\n`,
};

/** What is wrong gets a clear word in Problems or in the panel: never a stack trace, a dead server, or a blank panel. */
export function badInput(session: () => Session): void {
  describe('bad input', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ files, viewport: { width: 1600, height: 1000 } });
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('YAML that does not parse keeps the last picture and says where', async () => {
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
      const before = await hash(window);
      await replaceText(window, 'maxUnavailable: 1', 'maxUnavailable: [1');
      await part(window, 'problem').waitFor();
      assert.equal(await part(window, 'problem').getAttribute('data-kind'), 'invalid');
      assert.match(await part(window, 'problem').innerText(), /Line \d+/);
      assert.equal(await hash(window), before);
      await window.screenshot('bad-1-does-not-parse');
      await problems(window, rows => rows.length > 0);
      await undo(window);
      await part(window, 'problem').waitFor({ state: 'hidden' });
    });

    it('a manifest that the API server would refuse does the same', async () => {
      await replaceText(window, 'maxUnavailable: 1', 'maxUnavailable: 0');
      await until(
        'what is wrong',
        () => part(window, 'problem').innerText(),
        text => text.includes('maxUnavailable'),
      );
      await undo(window);
      await part(window, 'problem').waitFor({ state: 'hidden' });
    });

    it('a file that is emptied says that the manifest is gone, and comes back', async () => {
      await replaceAll(window, '');
      await eventually('the problem', () => part(window, 'problem').getAttribute('data-kind'), 'gone');
      await undo(window);
      await part(window, 'problem').waitFor({ state: 'hidden' });
    });

    for (const [file, what] of [
      ['bad/empty.yaml', 'an empty file'],
      ['bad/deployment.yaml', 'a file of another kind'],
    ] as const) {
      it(`${what} has nothing to simulate, and says so`, async () => {
        await openFile(window, file);
        await runCommand(window, 'Daemonscope: Simulate Rollout');
        await until(
          'a word',
          () => notifications(window),
          texts => texts.some(text => text.includes('holds no DaemonSet')),
        );
        await runCommand(window, 'Notifications: Clear All Notifications');
        await problems(window, rows => rows.length === 0);
      });
    }

    it('two DaemonSets in one file have a lens each', async () => {
      await openFile(window, 'bad/two.yaml');
      const lenses = window.page.locator('.codelens-decoration a', { hasText: 'Simulate Rollout' });
      await eventually('lenses', () => lenses.count(), 2);
      for (const [place, name] of ['first', 'second'].entries()) {
        await lenses.nth(place).click();
        await eventually('the panel shows it', () => part(window, 'name').innerText(), name);
      }
    });

    it('a DaemonSet that no node matches says why', async () => {
      await openFile(window, 'bad/nowhere.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await eventually('the panel shows it', () => part(window, 'name').innerText(), 'nowhere');
      await until(
        'the sentence',
        () => part(window, 'sentence').innerText(),
        text => /no node/i.test(text),
      );
      await window.screenshot('bad-2-no-node');
    });

    it('a file of 10,000 lines is checked and simulated', async () => {
      await openFile(window, 'bad/long.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await eventually('the panel shows it', () => part(window, 'name').innerText(), 'agent-0');
      await replaceText(window, 'apiVersion: apps/v1', 'apiVersion: apps/v1\nextra: 1');
      const found = await problems(window, rows => rows.some(row => row.includes('extra')));
      assert.equal(found.length, 1, found.join(' | '));
      await revertAndClose(window);
    });

    it('template braces outside a chart are a mistake with a hint', async () => {
      await openFile(window, 'bad/braces.yaml');
      const found = await problems(window, rows => rows.length > 0);
      assert.ok(
        found.some(row => /template/i.test(row)),
        found.join(' | '),
      );
      await revertAndClose(window);
    });

    it('template braces in a chart are none', async () => {
      await openFile(window, 'chart/templates/daemonset.yaml');
      await window.page.locator('.codelens-decoration a', { hasText: 'Simulate Rollout' }).first().waitFor();
      await problems(window, rows => rows.length === 0);
    });

    it('a key called __proto__ is an unknown field like another', async () => {
      await openFile(window, 'bad/proto.yaml');
      await problems(window, rows => rows.some(row => row.includes('__proto__')));
    });
  });
}
