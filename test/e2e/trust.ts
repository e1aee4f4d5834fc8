import assert from 'node:assert/strict';
import { eventually, until } from '../kit/eventually.ts';
import { part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { notifications, openFile, problems, replaceText, runCommand } from '../kit/vscode/workbench.ts';
import { openSession, type Session } from './session.ts';

/** As `npm start` serves it: a connection token is asked for, and a folder is not trusted until one says so. */
export function trust(): void {
  describe('a folder that is not trusted, behind a connection token', () => {
    let session: Session;
    let window: Window;
    before(async function () {
      this.timeout(300_000);
      session = await openSession({ workspaceTrust: true });
      window = await session.open();
    });
    afterEach(pictureOfFailure(() => window));
    after(() => session?.close());

    it('is served to those who have the token, and to nobody else', async () => {
      const { origin } = new URL(window.page.url());
      assert.equal((await fetch(`${origin}/`)).status, 403);
      assert.equal((await fetch(`${origin}/?tkn=wrong`)).status, 403);
      assert.equal((await fetch(`${origin}/mint-key`, { method: 'POST' })).status, 403);
      assert.equal((await fetch(`${origin}/_static/out/browser/serviceWorker.js`)).status, 200);
      const key = await window.page.evaluate(async () => {
        const answer = await fetch('/mint-key', { method: 'POST' });
        return { status: answer.status, bytes: (await answer.arrayBuffer()).byteLength };
      });
      assert.deepEqual(key, { status: 200, bytes: 32 });
    });

    it('is checked and simulated all the same, with the saved file or nothing as baseline', async () => {
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await replaceText(window, 'maxUnavailable: 1', 'maxUnavailabel: 1');
      await problems(window, rows => rows.some(row => row.includes('maxUnavailabel')));
      await replaceText(window, 'maxUnavailabel: 1', 'maxUnavailable: 1');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
    });

    it('opens no terminal, and says why', async () => {
      await part(window, 'open-terminal').click();
      await until(
        'a word',
        () => notifications(window),
        said => said.some(text => text.includes('when this workspace is trusted')),
      );
      assert.equal(await part(window, 'live').count(), 0);
    });

    it('has Git HEAD as baseline as soon as it is trusted', async () => {
      await runCommand(window, 'Workspaces: Manage Workspace Trust');
      await window.page.locator('.workspace-trust-editor').getByRole('button', { name: 'Trust', exact: true }).first().click();
      await window.page.getByText('You trust this folder').first().waitFor();
      await eventually('the baseline', async () => (await part(window, 'chooseBaseline').innerText()).includes('Git HEAD'), true);
    });
  });
}
