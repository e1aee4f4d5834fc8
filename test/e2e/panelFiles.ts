import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { until } from '../kit/eventually.ts';
import { part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, pick, pickOn, runCommand } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

/** Files that the panel opens and writes, and what it compares with. */
export function panelFiles(session: () => Session): void {
  describe('the panel and files', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ viewport: { width: 1600, height: 1000 } });
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('opens a scenario file, with what happens in it', async () => {
      await openFile(window, 'scenarios/drain-and-cordon.yaml');
      await runCommand(window, 'Daemonscope: Open Scenario File');
      await part(window, 'scenario').waitFor();
      await part(window, 'tab-faults').click();
      await part(window, 'fault').first().waitFor();
      await window.screenshot('panel-files-1-scenario');
    });

    it('exports the picture as a file beside it', async () => {
      await runCommand(window, 'Daemonscope: Export Report or Picture');
      await pick(window, 'SVG');
      await window.page.locator('.quick-input-widget .quick-input-box input').first().waitFor();
      await window.page.keyboard.press('Enter');
      const file = path.join(window.folder, 'scenarios', 'drain-and-cordon.rollout.svg');
      await until(
        'the file',
        () => Promise.resolve(fs.existsSync(file)),
        there => there,
      );
      assert.match(fs.readFileSync(file, 'utf8'), /^<svg [\s\S]*<\/svg>\n$/);
    });

    it('compares with any revision of Git', async () => {
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'chooseBaseline').click();
      await pickOn(window, 'Git revision…');
      await pickOn(window, 'Another one…');
      await window.page.locator('.quick-input-widget input[placeholder^="main, v1.2.0"]').fill('HEAD~0');
      await window.page.keyboard.press('Enter');
      await until(
        'the baseline in the header',
        () => part(window, 'chooseBaseline').innerText(),
        text => text.includes('Git HEAD~0'),
      );
    });
  });
}
