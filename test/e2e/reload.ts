import assert from 'node:assert/strict';
import { until } from '../kit/eventually.ts';
import { actOn, changing, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, replaceText, runCommand } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

/** What a window that is loaded again still knows. */
export function reload(session: () => Session): void {
  describe('a window that is loaded again', function () {
    // Each begins in a window of its own. On a busy machine the workbench now and then shows no suggestions, or comes back without an unsaved text.
    this.retries(2);
    let window: Window;
    beforeEach(async () => {
      window = await session().open({ viewport: { width: 1600, height: 1000 } });
    });
    const picture = pictureOfFailure(() => window);
    afterEach(async function () {
      await picture.call(this);
      await window.close();
    });

    it('has its panel with what was done in it', async () => {
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
      await changing(window, () => replaceText(window, 'value: value', 'value: value01'));
      await part(window, 'compare').first().click();
      await part(window, 'compared-chart').waitFor();
      await actOn(window, 'worker-2', 'node-down');
      await part(window, 'tab-faults').click();
      assert.equal(await part(window, 'fault').count(), 1);
      // Not the browser's own reload: VS Code writes down what is open when it is asked to.
      await Promise.all([window.page.waitForEvent('load'), runCommand(window, 'Developer: Reload Window')]);
      await part(window, 'picture').waitFor();
      await until(
        'the fault',
        () => part(window, 'fault').count(),
        count => count === 1,
      );
      assert.equal(await part(window, 'details').getAttribute('data-node'), 'worker-2');
      await part(window, 'compared-chart').waitFor();
    });
  });
}
