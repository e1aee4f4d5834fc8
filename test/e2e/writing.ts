import assert from 'node:assert/strict';
import { eventually, until } from '../kit/eventually.ts';
import { goTo, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { acceptSuggestion, openFile, problems, replaceText, runCommand, suggestions, textOf } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

const untidy = `apiVersion: apps/v1
kind:   DaemonSet
metadata:
      name: agent # who
      labels: {a: b}
spec:
  minReadySeconds: 1
  selector:
    matchLabels:
      a: b
`;

/** From an empty file to a rollout, with what completion offers. */
export function writing(session: () => Session): void {
  describe('writing a manifest', () => {
    let window: Window;
    before(async () => {
      window = await session().open({
        files: { 'new/agent.yaml': '', 'new/untidy [1].yaml': untidy },
        viewport: { width: 1600, height: 1000 },
      });
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('begins with a whole DaemonSet, in which nothing is wrong', async () => {
      await openFile(window, 'new/agent.yaml');
      const offered = await suggestions(window);
      const skeleton = offered.find(label => /DaemonSet/i.test(label));
      assert.ok(skeleton, offered.join(', '));
      await acceptSuggestion(window, skeleton);
      await window.page.locator('.codelens-decoration a', { hasText: 'Simulate Rollout' }).waitFor();
      await problems(window, rows => rows.length === 0);
      await window.screenshot('writing-1-skeleton');
    });

    it('simulates what was written', async () => {
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
      await goTo(window, 'End');
      await part(window, 'sentence').waitFor();
    });

    it('formats a file as the editor indents it', async () => {
      await openFile(window, 'new/untidy [1].yaml');
      await window.page.locator('.codelens-decoration a', { hasText: 'Simulate Rollout' }).waitFor();
      await runCommand(window, 'Format Document');
      const tidy = 'apiVersion: apps/v1\nkind: DaemonSet\nmetadata:\n  name: agent # who\n  labels: {a: b}\nspec:\n  minReadySeconds: 1\n';
      await until(
        'the text is in order',
        () => textOf(window),
        text => text.startsWith(tidy),
      );
    });

    it('offers the values of a field, and writes the chosen one', async () => {
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      await replaceText(window, 'type: RollingUpdate', 'type: ');
      await acceptSuggestion(window, 'OnDelete');
      await eventually('the panel follows', async () => (await part(window, 'edit').innerText()).includes('OnDelete'), true);
      await window.screenshot('writing-2-value');
    });
  });
}
