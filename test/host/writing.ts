import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../kit/eventually.ts';
import { behind, closeAll, completions, openExample, openText, replace } from './window.ts';

export function writing(): void {
  describe('writing help', () => {
    afterEach(closeAll);

    it('completes values of a field', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(editor, 'type: RollingUpdate', 'type: ');
      const offered = await completions(editor, behind(editor, 'type: '));
      for (const value of ['OnDelete', 'RollingUpdate']) assert.ok(offered.includes(value), offered.join(', '));
    });

    it('completes fields that are not there yet', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(editor, '  updateStrategy:', '  min\n  updateStrategy:');
      const offered = await completions(editor, behind(editor, '  min'));
      assert.ok(offered.includes('minReadySeconds'), offered.join(', '));
      assert.ok(!offered.includes('template'), 'template is there already');
    });

    it('offers a whole DaemonSet in an empty YAML document', async () => {
      const editor = await openText('yaml', '');
      const offered = await completions(editor, new vscode.Position(0, 0));
      assert.ok(
        offered.some(label => /DaemonSet/i.test(label)),
        offered.join(', '),
      );
    });

    it('explains a field', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      const hovers = await until(
        'a hover',
        async () =>
          vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', editor.document.uri, behind(editor, 'maxUnavail')),
        found => found.length > 0,
      );
      const text = hovers.flatMap(hover => hover.contents.map(part => (typeof part === 'string' ? part : part.value))).join('\n');
      assert.match(text, /maxUnavailable/);
    });

    it('shows a lens above each DaemonSet of a file', async () => {
      const editor = await openText('yaml', `${daemonSet('one')}---\n${daemonSet('two')}`);
      const lenses = await until(
        'lenses',
        async () => vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', editor.document.uri, 10),
        found => found.filter(lens => lens.command?.command === 'daemonscope.simulateRollout').length === 2,
      );
      const chosen = lenses
        .filter(lens => lens.command?.command === 'daemonscope.simulateRollout')
        .map(lens => lens.command?.arguments?.[1]);
      assert.deepEqual(chosen, [0, 1]);
    });
  });
}

export function daemonSet(name: string): string {
  return `apiVersion: apps/v1
kind: DaemonSet
metadata:
  name: ${name}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: main
          image: registry.k8s.io/pause:3.10
`;
}
