import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { eventually, until } from '../kit/eventually.ts';
import { actOn, changing, goTo, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, pick, pickOn, replaceText, runCommand, textOf, undo } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

/** The way that the panel is made for: edit, look, break, ask why, mend; and what stands around the picture. */
export function panelJourney(session: () => Session): void {
  describe('the panel, from an edit to its mend', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ viewport: { width: 1800, height: 1100 } });
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('moves through time by its buttons, its chart and its keys', async () => {
      await changing(window, () => replaceText(window, 'value: value', 'value: value01'));
      const at = async (): Promise<number> => Number(await part(window, 'picture').getAttribute('data-at'));
      await goTo(window, 'Home');
      await part(window, 'step-sync').click();
      const sync = await until('the next sync', at, now => now > 0);
      await part(window, 'step-over').click();
      await part(window, 'step-back').click();
      await eventually('back at the sync', at, sync);
      await part(window, 'chart').click({ position: { x: 500, y: 20 } });
      await until('where one clicked', at, now => now > sync);
      await part(window, 'restart').click();
      await part(window, 'speed-max').click();
      await part(window, 'play').click();
      await until('time passes', at, now => now > 0);
      await part(window, 'play').click();
    });

    it('says why a rollout stops when a node goes down in it, and mends the manifest by a button', async () => {
      await goTo(window, 'Home');
      await actOn(window, 'worker-1', 'node-down');
      await until(
        'the stall',
        () => part(window, 'sentence').innerText(),
        said => said.startsWith('Stops') && said.includes('worker-1') && said.includes('maxUnavailable'),
      );
      await until(
        'how it would be without the fault',
        () => part(window, 'tile-duration').innerText(),
        tile => tile.includes('never') && tile.includes('without the fault'),
      );
      await until(
        'the reason',
        () => part(window, 'details').innerText(),
        reasons => reasons.includes('counts against'),
      );
      await part(window, 'remedy').filter({ hasText: 'Raise to' }).click();
      const text = await until(
        'the mend in the text',
        () => textOf(window),
        now => !/maxUnavailable: 1\b/.test(now),
      );
      assert.match(text, /maxUnavailable: \S+/);
      await window.screenshot('panel-1-mended');
      await undo(window);
      await until(
        'the text as it was',
        () => textOf(window),
        now => /maxUnavailable: 1\b/.test(now),
      );
      await changing(window, () => runFault(window, 'action-clear'));
    });

    it('compares with an earlier edit of its own', async () => {
      await eventually('all is worked out', () => part(window, 'what-if').getAttribute('aria-busy'), 'false');
      await changing(window, () => replaceText(window, 'value: value01', 'value: value02'));
      await eventually('all is worked out', () => part(window, 'what-if').getAttribute('aria-busy'), 'false');
      await part(window, 'chooseBaseline').click();
      await pick(window, 'of this simulation');
      await until(
        'the baseline in the header',
        () => part(window, 'chooseBaseline').innerText(),
        label => /#\d+ .*value01/.test(label),
      );
      await until(
        'the edit since then',
        () => part(window, 'edit').innerText(),
        edit => edit.includes('value01') && edit.includes('value02'),
      );
      await part(window, 'chooseBaseline').click();
      await pick(window, 'Git HEAD');
      await until(
        'the baseline in the header',
        () => part(window, 'chooseBaseline').innerText(),
        label => label.includes('Git HEAD'),
      );
    });

    it('rolls back in the middle, and edits again', async () => {
      await part(window, 'chart').click({ position: { x: 400, y: 20 } });
      await part(window, 'rollout-faults').click();
      await changing(window, () => part(window, 'action-roll-back').click());
      await part(window, 'rollout-faults').click();
      await part(window, 'action-edit-again').click();
      await part(window, 'tab-faults').click();
      await eventually('a rollback', () => part(window, 'fault').count(), 1);
      await eventually('a second edit', () => part(window, 'again').count(), 1);
      await changing(window, () => replaceText(window, 'value: value02', 'value: value03'));
      await changing(window, () => runFault(window, 'action-clear'));
    });

    it('takes another cluster and version, copies what kubectl prints, and leaves the repository alone', async () => {
      await changing(window, async () => {
        await part(window, 'chooseCluster').click();
        await pick(window, 'kind');
      });
      await part(window, 'tab-pods').click();
      await until(
        'the pods',
        () => part(window, 'text').innerText(),
        text => text.includes('NODE'),
      );
      await part(window, 'copy').click();
      await until(
        'the clipboard',
        () => window.page.evaluate(() => navigator.clipboard.readText()),
        text => text.includes('fluentd-elasticsearch-') && text.includes('NODE'),
      );
      assert.equal(fs.existsSync(path.join(window.folder, '.vscode')), false, 'nothing is written for choices of the header');
      await part(window, 'chooseKubernetesVersion').click();
      await pick(window, '1.33');
      await until(
        'the version in the header',
        () => part(window, 'chooseKubernetesVersion').innerText(),
        label => label.includes('1.33'),
      );
    });

    it('reads the file that it compares with again when another program writes it', async () => {
      const file = path.join(window.folder, 'tutorial', 'before.yaml');
      const text = fs.readFileSync(path.join(window.folder, 'tutorial', 'fluentd-elasticsearch.yaml'), 'utf8');
      fs.writeFileSync(file, text.replace('value: value', 'value: earlier'));
      await part(window, 'chooseBaseline').click();
      await pickOn(window, 'Another file…');
      await pick(window, 'before.yaml');
      const edit = (word: string) =>
        until(
          `an edit from ${word}`,
          () => part(window, 'edit').innerText(),
          said => said.includes(word),
        );
      await edit('earlier');
      fs.writeFileSync(file, text.replace('value: value', 'value: sooner'));
      await edit('sooner');
    });

    it('goes along with the editor, unless it is pinned', async () => {
      await openFile(window, 'node-exporter/node-exporter.yaml');
      await eventually('it follows', () => part(window, 'name').innerText(), 'node-exporter');
      await part(window, 'name').click();
      await window.page.locator('.editor-actions a[aria-label^="Pin Panel"]').click();
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await eventually('it stays', () => part(window, 'name').innerText(), 'node-exporter');
    });
  });
}

/** Presses a button of the list of faults. */
async function runFault(window: Window, id: string): Promise<void> {
  await part(window, 'tab-faults').click();
  await part(window, id).click();
}
