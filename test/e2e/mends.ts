import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../kit/eventually.ts';
import { actOn, changing, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, replaceText, runCommand, textOf, undo } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

/** What the panel's buttons do to the manifest: one step of undo, everything else of the text as it was. */
export function mends(session: () => Session): void {
  describe('buttons that mend the manifest', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ viewport: { width: 1600, height: 1000 } });
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('write another strategy, and leave comments alone', async () => {
      await changing(window, () => replaceText(window, 'value: value', 'value: value01'));
      const row = part(window, 'what-if-row').filter({ hasText: 'OnDelete' });
      await row.getByRole('button', { name: /^apply/ }).click();
      const text = await until(
        'the new strategy in the text',
        () => textOf(window),
        now => now.includes('type: OnDelete #'),
      );
      assert.ok(!text.includes('rollingUpdate'), text);
      assert.ok(text.includes('value: value01'), text);
      await until(
        'the panel follows',
        () => part(window, 'sentence').innerText(),
        said => said.startsWith('Nothing restarts.'),
      );
      await window.screenshot('mends-1-strategy');
    });

    it('are undone by one step', async () => {
      await undo(window);
      const text = await until(
        'the old strategy in the text',
        () => textOf(window),
        now => now.includes('type: RollingUpdate #'),
      );
      assert.ok(text.includes('maxUnavailable: 1'), text);
      assert.ok(text.includes('value: value01'), text);
    });

    it('show the field that was edited', async () => {
      await part(window, 'edit').getByRole('button', { name: 'env testenv' }).click();
      await until(
        'the cursor at the value',
        () => position(window),
        at => at.startsWith('Ln 28,'),
      );
    });

    it('save the scenario beside the manifest, with what was done', async () => {
      await actOn(window, 'worker-2', 'cordon');
      await part(window, 'save-scenario').click();
      await window.page.locator('.quick-input-widget .quick-input-box input').first().waitFor();
      await window.page.keyboard.press('Enter');
      await until(
        'the file in the editor',
        () => textOf(window),
        now => now.includes('kind: Scenario'),
      );
      const saved = fs.readFileSync(path.join(window.folder, 'tutorial', 'fluentd-elasticsearch.scenario.yaml'), 'utf8');
      assert.match(saved, /do: cordon[,\s]+node: worker-2\b/);
      await window.screenshot('mends-2-scenario');
    });
  });
}

function position({ page }: Window): Promise<string> {
  return page
    .locator('.statusbar-item', { hasText: /^Ln \d+/ })
    .first()
    .innerText();
}
