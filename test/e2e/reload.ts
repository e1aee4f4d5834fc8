import { eventually } from '../kit/eventually.ts';
import { changing, goTo, hash, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, runCommand } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

export function reload(session: () => Session): void {
  describe('a window that is loaded again', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ viewport: { width: 1600, height: 1000 } });
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('shows the same panel with the same faults', async () => {
      await openFile(window, 'node-exporter/node-exporter.yaml');
      await runCommand(window, 'Daemonscope: Simulate Rollout');
      await part(window, 'picture').waitFor();
      await changing(window, () => part(window, 'action-add-node').click());
      await goTo(window, 'End');
      const before = await hash(window);
      await window.page.reload();
      await eventually('the same picture', () => hash(window), before, 60_000);
      await part(window, 'tab-faults').click();
      await eventually('the fault', () => part(window, 'fault').count(), 1);
    });
  });
}
