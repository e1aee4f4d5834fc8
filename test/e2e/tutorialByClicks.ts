import { eventually, until } from '../kit/eventually.ts';
import { actOn, changing, nodeStates, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { pick, runCommand } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

/** The tutorial for those who do not type: from the walkthrough's first button on, the mouse does everything. */
export function tutorialByClicks(session: () => Session): void {
  describe('the tutorial by clicking only', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ viewport: { width: 1800, height: 1100 } });
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('opens from the walkthrough: the first apply', async () => {
      await runCommand(window, 'Welcome: Open Walkthrough...');
      await pick(window, 'See a DaemonSet rollout before it happens');
      await step(window, 'Watch a first rollout', 'Open Tutorial');
      await part(window, 'picture').waitFor();
      await says(window, 'Starts');
      await part(window, 'play').click();
      await states(window, 'updated updated');
    });

    it('changes a value: both pods are replaced', async () => {
      await backToWalkthrough(window);
      await changing(window, () => step(window, 'Change one value', 'Change testenv'));
      await says(window, 'Restarts 2 pods');
      await part(window, 'restart').click();
      await part(window, 'speed-10').click();
      await part(window, 'play').click();
      await states(window, 'updated updated');
      await window.screenshot('clicks-1-rolled');
    });

    it('takes OnDelete: nothing restarts until a pod is deleted', async () => {
      await part(window, 'what-if-row')
        .filter({ hasText: 'OnDelete' })
        .getByRole('button', { name: /^apply/ })
        .click();
      await says(window, 'Nothing restarts.');
      await changing(window, () => part(window, 'remedy').first().click());
      await states(window, 'updated old', () => part(window, 'step-over').click());
    });

    it('adds and removes a node, and takes all of it back', async () => {
      await changing(window, () => part(window, 'action-add-node').click());
      await actOn(window, 'worker-2', 'remove-node');
      await eventually('worker-2 is gone', async () => (await nodeStates(window))['worker-2'] === undefined, true);
      await part(window, 'tab-faults').click();
      await changing(window, () => part(window, 'action-clear').click());
      await eventually('worker-2 is back', async () => (await nodeStates(window))['worker-2'], 'old');
      await window.screenshot('clicks-2-back');
    });
  });
}

function says(window: Window, beginning: string): Promise<string> {
  return until(
    `the sentence ${beginning} …`,
    () => part(window, 'sentence').innerText(),
    said => said.startsWith(beginning),
  );
}

/** The states of both workers; `more` is done as long as they are others. */
async function states(window: Window, wanted: string, more: () => Promise<void> = () => Promise.resolve()): Promise<void> {
  await until(
    'states of the workers',
    async () => {
      const now = await nodeStates(window);
      const both = `${now['worker-1']} ${now['worker-2']}`;
      if (both !== wanted) await more();
      return both;
    },
    both => both === wanted,
  );
}

async function backToWalkthrough({ page }: Window): Promise<void> {
  await page
    .locator('.tab', { hasText: /Welcome|Walkthrough/ })
    .first()
    .click();
}

/** Opens a step of the walkthrough and presses its button. */
async function step({ page }: Window, title: string, button: string): Promise<void> {
  const walkthrough = page.locator('.gettingStartedContainer');
  await walkthrough.locator('.getting-started-step', { hasText: title }).first().click();
  await walkthrough.locator('.getting-started-step.expanded').getByRole('button', { name: button }).click();
}
