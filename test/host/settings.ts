import * as vscode from 'vscode';
import { closeAll, openExample, problems, replace } from './window.ts';

const rule = 'on-delete-rolling-update';

export function settings(): void {
  describe('settings', () => {
    afterEach(async () => {
      for (const name of ['rules', 'codeLens.enable']) await configuration().update(name, undefined, vscode.ConfigurationTarget.Workspace);
      await closeAll();
    });

    it('turn a rule off and on again, at once', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(editor, 'type: RollingUpdate', 'type: OnDelete');
      await problems(editor.document.uri, list => list.some(one => codeOf(one) === rule));
      await configuration().update('rules', { [rule]: 'off' }, vscode.ConfigurationTarget.Workspace);
      await problems(editor.document.uri, list => list.every(one => codeOf(one) !== rule));
      await configuration().update('rules', { [rule]: 'error' }, vscode.ConfigurationTarget.Workspace);
      await problems(editor.document.uri, list =>
        list.some(one => codeOf(one) === rule && one.severity === vscode.DiagnosticSeverity.Error),
      );
    });

    it('of a folder choose the cluster instead of the one beside the manifest, until the file is gone', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(
        editor,
        '      terminationGracePeriodSeconds:',
        '      nodeSelector: {nobody: has-this}\n      terminationGracePeriodSeconds:',
      );
      const file = vscode.Uri.joinPath(editor.document.uri, '..', '.daemonscope.yaml');
      const nodes = (count: number) => (list: readonly vscode.Diagnostic[]) =>
        list.some(one => codeOf(one) === 'no-node-matches' && one.message.includes(`of the ${count} nodes`));
      await problems(editor.document.uri, nodes(5));
      try {
        await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('cluster: kind\n'));
        await problems(editor.document.uri, nodes(3));
      } finally {
        await vscode.workspace.fs.delete(file);
      }
      await problems(editor.document.uri, nodes(5));
    });
  });
}

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('daemonscope');
}

function codeOf(problem: vscode.Diagnostic): string {
  return typeof problem.code === 'object' ? String(problem.code.value) : String(problem.code);
}
