import * as vscode from 'vscode';
import { closeAll, example, openExample, problems, replace } from './window.ts';

/** What only the host can know (Git, files) reaches the server's rules. */
export function surroundings(): void {
  describe('rules about edits and nodes', () => {
    afterEach(closeAll);

    it('compare with Git HEAD', async () => {
      const editor = await openExample('security-sensor/security-sensor.yaml');
      await replace(editor, 'sensor:8.1.0', 'sensor:8.1.1');
      await problems(editor.document.uri, list => list.some(one => codeOf(one) === 'on-delete-edit'));
      await replace(editor, 'sensor:8.1.1', 'sensor:8.1.0');
      await problems(editor.document.uri, list => !list.some(one => codeOf(one) === 'on-delete-edit'));
    });

    it('know the cluster beside the manifest, as soon as it is there and as long as it is', async () => {
      const editor = await openExample('no-node/edge-agent.yaml');
      const cluster = example('no-node/cluster.yaml');
      await vscode.workspace.fs.copy(example('tutorial/cluster.yaml'), cluster);
      try {
        await problems(editor.document.uri, list => list.some(one => codeOf(one) === 'no-node-matches'));
      } finally {
        await vscode.workspace.fs.delete(cluster);
      }
      await problems(editor.document.uri, list => !list.some(one => codeOf(one) === 'no-node-matches'));
    });
  });
}

function codeOf(problem: vscode.Diagnostic): string {
  return typeof problem.code === 'object' ? String(problem.code.value) : String(problem.code);
}
