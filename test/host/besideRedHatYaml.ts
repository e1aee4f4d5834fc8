import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { until } from '../kit/eventually.ts';
import { closeAll, openText, replace } from './window.ts';
import { daemonSet } from './writing.ts';

interface StandIn {
  readonly schemaOf: (resource: string, documentIndex: number) => Promise<object | null>;
}

const configMap = 'apiVersion: v1\nkind: ConfigMap\n';

export function besideRedHatYaml(): void {
  describe('beside Red Hat YAML', () => {
    afterEach(closeAll);

    it('takes over our documents of a file and leaves the others', async () => {
      const editor = await openText('yaml', `${configMap}---\n${daemonSet('one')}---\n${configMap}`);
      await schemaOf(editor, 1, found => JSON.stringify(found) === '{}');
      await replace(editor, 'kind: DaemonSet', 'kind: Deployment');
      await schemaOf(editor, 1, found => found === null);
      await replace(editor, 'kind: Deployment', 'kind: DaemonSet');
      await replace(editor, configMap, `${daemonSet('zero')}---\n${configMap}`);
      await schemaOf(editor, 2, found => JSON.stringify(found) === '{}');
    });

    it('says nothing of files without a DaemonSet', async () => {
      const editor = await openText('yaml', configMap);
      assert.equal(await (await standIn()).schemaOf(editor.document.uri.toString(), 0), null);
      assert.equal(await (await standIn()).schemaOf('file:///not/open.yaml', 0), null);
    });
  });

  /** What the stand-in checks a document against, as soon as it is what is expected. */
  async function schemaOf(editor: vscode.TextEditor, index: number, expected: (schema: object | null) => boolean): Promise<void> {
    const api = await standIn();
    await until(`schema of document ${index}`, () => api.schemaOf(editor.document.uri.toString(), index), expected).catch(error => {
      throw new Error(`${String(error)}; the text is:\n${editor.document.getText()}`);
    });
  }
}

async function standIn(): Promise<StandIn> {
  const found = vscode.extensions.getExtension<StandIn>('redhat.vscode-yaml');
  assert.ok(found, 'the stand-in is installed');
  return found.activate();
}
