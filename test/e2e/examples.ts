import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/vscode-host/paths.mjs';
import { eventually } from '../kit/eventually.ts';
import { part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window } from '../kit/vscode/window.ts';
import { openFile, runCommand } from '../kit/vscode/workbench.ts';
import type { Session } from './session.ts';

/** Manifests of examples/ that the API server would take, by their path. */
const manifests = fs
  .readdirSync(path.join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => /^(?!broken\/|tutorial\/)[^/]+\/(?!.*cluster).+\.yaml$/.test(file))
  .filter(file => /^kind: DaemonSet$/m.test(fs.readFileSync(path.join(root, 'examples', file), 'utf8')))
  .sort();

export function examples(session: () => Session): void {
  describe('the examples', () => {
    let window: Window;
    before(async () => {
      window = await session().open({ viewport: { width: 1600, height: 1000 } });
    });
    afterEach(pictureOfFailure(() => window));
    after(() => window.close());

    it('are at least nine', () => assert.ok(manifests.length >= 9, manifests.join(', ')));

    for (const file of manifests)
      it(`${file} has a rollout to show`, async () => {
        await openFile(window, file);
        await runCommand(window, 'Daemonscope: Simulate Rollout');
        await eventually('the panel shows it', () => part(window, 'name').innerText(), nameIn(file));
        await part(window, 'sentence').waitFor();
        await eventually('no problem', () => part(window, 'problem').count(), 0);
        await window.screenshot(`example-${path.posix.dirname(file)}`);
      });
  });
}

/** The name of the first DaemonSet of a file. */
function nameIn(file: string): string {
  const text = fs.readFileSync(path.join(root, 'examples', file), 'utf8');
  return /^kind: DaemonSet\nmetadata:\n {2}name: (\S+)$/m.exec(text)?.[1] ?? `no name in ${file}`;
}
