import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from '../kit/eventually.ts';
import { closeAll, openExample, openText } from './window.ts';
import { daemonSet } from './writing.ts';

export function panels(): void {
  describe('panels', () => {
    afterEach(closeAll);

    it('open beside the editor, which keeps the keyboard', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await vscode.commands.executeCommand('daemonscope.simulateRollout');
      await eventually('one panel', panelTitles, ['Rollout: fluentd-elasticsearch']);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), editor.document.uri.toString());
    });

    it('show what was asked for last, unless they are pinned', async () => {
      const { document } = await openText('yaml', `${daemonSet('one')}---\n${daemonSet('two')}`);
      const show = async (index: number, ...titles: string[]): Promise<void> => {
        await vscode.commands.executeCommand('daemonscope.simulateRollout', document.uri.toString(), index);
        await eventually(`panels after asking for number ${index}`, () => panelTitles().sort(), [...titles].sort());
      };
      await show(0, 'Rollout: one');
      await show(1, 'Rollout: two');
      await vscode.commands.executeCommand('workbench.action.focusNextGroup');
      await vscode.commands.executeCommand('daemonscope.pinPanel');
      await show(0, 'Rollout: one', '[Rollout: two]');
      await show(1, 'Rollout: one', '[Rollout: two]');
    });

    it('do not open for a file without a DaemonSet', async () => {
      await openText('yaml', 'kind: Deployment\n');
      await vscode.commands.executeCommand('daemonscope.simulateRollout');
      assert.deepEqual(panelTitles(), []);
    });
  });
}

function panelTitles(): string[] {
  return vscode.window.tabGroups.all
    .flatMap(group => group.tabs)
    .filter(tab => tab.input instanceof vscode.TabInputWebview)
    .map(tab => tab.label);
}
