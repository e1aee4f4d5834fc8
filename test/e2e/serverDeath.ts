import assert from 'node:assert/strict';
import { until } from '../kit/eventually.ts';
import { canSeeProcesses, serverProcesses } from '../kit/processes.ts';
import { changing, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { notifications, openFile, replaceText, runCommand } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

const said = 'language server stopped and was started again';

export function serverDeath(session: () => Session): void {
  describe('a language server that dies', () => {
    let window: Window;
    let others: readonly number[];
    before(async function () {
      if (!canSeeProcesses) this.skip();
      // Servers of windows that were closed just now may still be ending.
      others = serverProcesses(session().pid);
      window = await session().open();
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window?.close());

    it('is started again, says so once, and the panel goes on', async () => {
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
      for (let deaths = 0; deaths < 2; deaths++) await killServer(session(), others);
      await until(
        'a word',
        () => notifications(window),
        texts => texts.some(text => text.includes(said)),
      );
      await changing(window, () => replaceText(window, 'value: value', 'value: value02'));
      const words = (await notifications(window)).filter(text => text.includes(said));
      assert.equal(words.length, 1, words.join(' | '));
    });
  });
}

/** Kills the window's server and waits for the next one. */
async function killServer(session: Session, others: readonly number[]): Promise<void> {
  const own = (): readonly number[] => serverProcesses(session.pid).filter(pid => !others.includes(pid));
  const [first] = await until('one server', own, found => found.length === 1);
  assert.ok(first);
  process.kill(first, 'SIGKILL');
  await until('another server', own, found => found.length === 1 && found[0] !== first);
}
