import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, errors, isError, noErrors, openExample, openText, problems, replace, shortly } from './window.ts';

export function diagnostics(): void {
  describe('diagnostics', () => {
    afterEach(closeAll);

    it('come and go with an unknown field', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(editor, 'maxUnavailable: 1', 'maxUnavailabel: 1');
      const found = await errors(editor.document.uri);
      assert.equal(found.length, 1, found.map(shortly).join(', '));
      assert.equal(editor.document.getText(found[0]?.range), 'maxUnavailabel');
      await replace(editor, 'maxUnavailabel: 1', 'maxUnavailable: 1');
      await noErrors(editor.document.uri);
    });

    it('lead from a selector that does not match to the labels', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(editor, 'matchLabels:\n      name: fluentd-elasticsearch', 'matchLabels:\n      name: fluentd');
      const found = await problems(editor.document.uri, list => list.some(one => (one.relatedInformation ?? []).length > 0));
      const problem = found.find(one => (one.relatedInformation ?? []).length > 0);
      assert.match(problem?.message ?? '', /selector/);
      const [place] = problem?.relatedInformation ?? [];
      assert.equal(place?.location.uri.toString(), editor.document.uri.toString());
    });

    it('link to the document of their rule, which opens in the editor', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(editor, 'maxUnavailable: 1', 'maxUnavailable: "100%"');
      const found = await problems(editor.document.uri, list => list.some(one => targetOf(one)?.path === '/all-nodes-at-once.md'));
      const target = found.map(targetOf).find(uri => uri?.path === '/all-nodes-at-once.md');
      assert.ok(target);
      const document = await vscode.workspace.openTextDocument(target);
      assert.equal(document.languageId, 'markdown');
      assert.match(document.getText(), /^# all-nodes-at-once\n\n`maxUnavailable: 100%`/);
    });

    it('leave documents of other kinds alone', async () => {
      const editor = await openText('yaml', 'kind: Deployment\nspek: 1\n---\napiVersion: apps/v1\nkind: DaemonSet\nspek: 1\n');
      const found = await problems(editor.document.uri, list => list.length > 0);
      assert.ok(
        found.every(one => one.range.start.line >= 3),
        found.map(shortly).join(', '),
      );
    });

    it('point at the line that does not parse', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(editor, 'maxUnavailable: 1', 'maxUnavailable: [1');
      const found = await errors(editor.document.uri);
      assert.deepEqual(
        found.map(one => one.range.start.line + 1),
        [17],
        found.map(shortly).join(', '),
      );
    });

    it('offer a fix that mends a misspelt field', async () => {
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await replace(editor, 'maxUnavailable: 1', 'maxUnavailabel: 1');
      const [problem] = await errors(editor.document.uri);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        editor.document.uri,
        problem?.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const fix = actions.find(action => action.title.includes('maxUnavailable'));
      assert.ok(fix?.edit, actions.map(action => action.title).join(', '));
      await vscode.workspace.applyEdit(fix.edit);
      assert.ok(editor.document.getText().includes('maxUnavailable: 1'));
      await noErrors(editor.document.uri);
    });

    it('find no error in any example but the broken ones', async () => {
      const files = await vscode.workspace.findFiles('**/*.yaml');
      assert.ok(files.length > 20, `only ${files.length} examples`);
      for (const uri of files) {
        const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
        const end = editor.document.lineCount;
        // A mistake of the test's own below: as soon as it is found, all above it has been looked at.
        await editor.edit(edit => edit.insert(new vscode.Position(end, 0), '\n---\napiVersion: apps/v1\nkind: DaemonSet\nspek: 1\n'));
        const found = await problems(uri, list => list.some(one => one.range.start.line >= end && isError(one)));
        const own = found.filter(one => one.range.start.line < end && isError(one));
        assert.equal(own.length > 0, /\/broken\//.test(uri.path), `${uri.path}: ${own.map(shortly).join(', ')}`);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    });
  });
}

/** The document that a diagnostic's code links to. */
function targetOf({ code }: vscode.Diagnostic): vscode.Uri | undefined {
  return typeof code === 'object' ? code.target : undefined;
}
