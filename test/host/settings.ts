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
  });
}

function configuration(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('daemonscope');
}

function codeOf(problem: vscode.Diagnostic): string {
  return typeof problem.code === 'object' ? String(problem.code.value) : String(problem.code);
}
