import assert from 'node:assert/strict';
import { eventually, until } from '../kit/eventually.ts';
import { canSeeProcesses, serverProcesses } from '../kit/processes.ts';
import { closeAll, extension, openExample, problems, replace } from './window.ts';

export function serverDeath(): void {
  describe('a server that dies', () => {
    afterEach(closeAll);

    it('is started again, and goes on with the same documents', async function () {
      if (!canSeeProcesses) return this.skip();
      const editor = await openExample('tutorial/fluentd-elasticsearch.yaml');
      await eventually('the server runs', () => extension().exports.serverState(), 'running');
      const [first] = await until(
        'one process',
        () => serverProcesses(process.pid),
        found => found.length === 1,
      );
      assert.ok(first);
      process.kill(first, 'SIGKILL');
      await until(
        'another process',
        () => serverProcesses(process.pid),
        found => found.length === 1 && found[0] !== first,
      );
      await eventually('the server runs', () => extension().exports.serverState(), 'running');
      await replace(editor, 'maxUnavailable: 1', 'maxUnavailabel: 1');
      await problems(editor.document.uri, list => list.length === 1);
    });
  });
}
