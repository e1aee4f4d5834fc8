import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { eventually, until } from '../kit/eventually.ts';
import { countsOf, nodeStates, part, selectNode, table } from '../kit/vscode/panel.ts';
import { terminalText, typeLine } from '../kit/vscode/terminal.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, runCommand } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

const name = 'fluentd-elasticsearch';

/** A person at a real kubectl, in the terminal of a real VS Code, and the panel beside it: one cluster. */
export function kubectl(session: () => Session): void {
  describe('kubectl in a terminal, and the panel', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ viewport: { width: 1600, height: 1100 } });
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('opens a terminal and attaches the panel of the manifest', async () => {
      await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
      // Room for the three that belong together.
      await window.page.keyboard.press('Control+B');
      await runCommand(window, 'Daemonscope: Open kubectl Terminal');
      await part(window, 'live').waitFor();
      assert.equal(await part(window, 'name').innerText(), name);
      await until(
        'that it is not there yet',
        () => part(window, 'sentence').innerText(),
        text => text.includes('not on this cluster'),
      );
      await part(window, 'speed-10').click();
      await typeLine(window, 'kubectl get nodes');
      await terminalText(window, text => text.includes('worker-2'));
    });

    it('moves the panel when one types kubectl, and says who did it', async () => {
      await typeLine(window, 'kubectl apply -f fluentd-elasticsearch.yaml');
      await terminalText(window, text => text.includes(`daemonset.apps/${name} created`));
      await eventually('the pods in the panel', async () => (await countsOf(window, name)).endsWith('2 2 2 2 2'), true);
      await part(window, 'tab-faults').click();
      assert.match(await part(window, 'author').first().innerText(), /^kubectl apply$/);
      await window.screenshot('kubectl-1-applied');
    });

    it('shows in kubectl get -w what one does in the panel', async () => {
      await typeLine(window, 'clear; kubectl get nodes -w > watched.txt & sleep 1');
      const watched = path.join(window.folder, 'tutorial', 'watched.txt');
      await until(
        'the watch',
        () => Promise.resolve(fs.existsSync(watched) ? fs.readFileSync(watched, 'utf8') : ''),
        text => text.includes('worker-2'),
      );
      await selectNode(window, 'worker-2');
      await part(window, 'action-cordon').click();
      await until(
        'what kubectl sees',
        () => Promise.resolve(fs.readFileSync(watched, 'utf8')),
        text => /worker-2\s+Ready,SchedulingDisabled/.test(text),
      );
      await eventually('by whom', () => part(window, 'author').first().innerText(), 'this panel');
    });

    it('rolls an edit over the nodes before one’s eyes, as fast as one wants', async () => {
      await part(window, 'action-uncordon').click();
      await part(window, 'name').scrollIntoViewIfNeeded();
      await typeLine(
        window,
        `clear; kubectl set env ds/${name} -n kube-system testenv=fromkubectl; kubectl rollout status ds/${name} -n kube-system`,
      );
      await until(
        'a pod that goes',
        () => nodeStates(window),
        states =>
          ['terminating', 'starting', 'none'].includes(states['worker-1'] ?? '') ||
          ['terminating', 'starting', 'none'].includes(states['worker-2'] ?? ''),
      );
      await window.screenshot('kubectl-2-rolling');
      await terminalText(window, text => text.includes('successfully rolled out'));
      await eventually('both nodes', async () => {
        const states = await nodeStates(window);
        return [states['worker-1'], states['worker-2']];
      }, ['updated', 'updated']);
      assert.match(await part(window, 'edit').innerText(), /fromkubectl/);
    });

    it('stands still when it is paused, and goes on from the panel', async () => {
      await part(window, 'play').click();
      await eventually('the badge', () => part(window, 'live-badge').innerText(), 'paused');
      await part(window, 'speed-1').click();
      await eventually('the badge', () => part(window, 'live-badge').innerText(), 'live');
    });

    it('keeps the last picture when the terminal is closed, takes the kubeconfig away, and goes back to the manifest', async () => {
      await typeLine(window, 'clear; echo "$KUBECONFIG" > kubeconfig.txt');
      const told = path.join(window.folder, 'tutorial', 'kubeconfig.txt');
      const kubeconfig = (
        await until(
          'its name',
          () => Promise.resolve(fs.existsSync(told) ? fs.readFileSync(told, 'utf8') : ''),
          text => text.endsWith('\n'),
        )
      ).trim();
      assert.ok(fs.existsSync(kubeconfig));
      await typeLine(window, 'exit');
      await until(
        'that it has ended',
        () => part(window, 'sentence').innerText(),
        text => text.includes('has ended'),
      );
      await eventually('the kubeconfig', () => Promise.resolve(fs.existsSync(path.dirname(kubeconfig))), false);
      assert.equal((await table(window, 'daemonsets')).length, 4);
      await part(window, 'leave-world').click();
      await part(window, 'chooseBaseline').waitFor();
    });
  });
}
