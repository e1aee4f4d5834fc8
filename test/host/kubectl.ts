import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { until } from '../kit/eventually.ts';
import { closeAll, openExample } from './window.ts';

/** A served cluster lives as long as its terminal. */
export function kubectl(): void {
  describe('the kubectl terminal', () => {
    after(closeAll);

    it('has the kubeconfig of a cluster of its own, which goes with it', async () => {
      await openExample('tutorial/fluentd-elasticsearch.yaml');
      await vscode.commands.executeCommand('daemonscope.openKubectlTerminal');
      const terminal = vscode.window.terminals.find(one => one.name === 'kubectl, simulated');
      assert.ok(terminal !== undefined);
      const file = kubeconfigOf(terminal);
      const { clusters } = JSON.parse(fs.readFileSync(file, 'utf8'));
      assert.match(clusters[0].cluster.server, /^https:\/\/127\.0\.0\.1:\d+$/);
      terminal.dispose();
      await until(
        'the kubeconfig is gone',
        () => fs.existsSync(file),
        there => !there,
      );
    });
  });
}

function kubeconfigOf({ creationOptions }: vscode.Terminal): string {
  return 'env' in creationOptions ? (creationOptions.env?.KUBECONFIG ?? '') : '';
}
