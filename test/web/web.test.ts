import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { ensureChromium, launchBrowser } from '../../scripts/vscode-host/chromium.mjs';
import { packExtension } from '../../scripts/vscode-host/extension.mjs';
import { ensureVSCode, installExtension } from '../../scripts/vscode-host/vscode.mjs';
import { ensureVSCodeWeb, startVSCodeWeb } from '../../scripts/vscode-host/vscodeWeb.mjs';
import { copyExamples, tempDir } from '../../scripts/vscode-host/workspace.mjs';
import { until } from '../kit/eventually.ts';
import { changing, countsOf, goTo, part } from '../kit/vscode/panel.ts';
import { pictureOfFailure, type Window, windowOf } from '../kit/vscode/window.ts';
import { openFile, problems, replaceText, runCommand, suggestions } from '../kit/vscode/workbench.ts';

describe('the packed extension in VS Code for the Web', function () {
  this.timeout(120_000);
  let window: Window;
  let stop = async (): Promise<void> => {};
  before(async function () {
    this.timeout(300_000);
    ({ window, stop } = await openWeb());
  });
  afterEach(pictureOfFailure(() => window));
  after(() => stop());

  it('reports problems', async () => {
    await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
    await replaceText(window, 'maxUnavailable: 1', 'maxUnavailabel: 1');
    const found = await problems(window, rows => rows.some(row => row.includes('maxUnavailabel')));
    assert.equal(found.length, 1, found.join(' | '));
    await replaceText(window, 'maxUnavailabel: 1', 'maxUnavailable: 1');
    await problems(window, rows => rows.length === 0);
  });

  it('completes', async () => {
    await replaceText(window, 'type: RollingUpdate', 'type: ');
    assert.deepEqual((await suggestions(window)).filter(label => /^(OnDelete|RollingUpdate)$/.test(label)).sort(), [
      'OnDelete',
      'RollingUpdate',
    ]);
    await replaceText(window, 'type: ', 'type: RollingUpdate');
  });

  it('simulates a rollout in the panel', async () => {
    await runCommand(window, 'Daemonscope: Simulate Rollout');
    await part(window, 'picture').waitFor();
    assert.equal(await part(window, 'open-terminal').count(), 0, 'there are no terminals');
    await changing(window, () => replaceText(window, 'value: value', 'value: value01'));
    await goTo(window, 'End');
    await until(
      'its row',
      () => countsOf(window, 'fluentd-elasticsearch'),
      counts => counts === '2 2 2 2 2',
    );
    await window.screenshot('web');
  });
});

/** The packed extension as VS Code unpacks it, in a browser that reaches nothing but this server. */
async function openWeb(): Promise<{ window: Window; stop: () => Promise<void> }> {
  const log = (line: string): void => console.log(`    ${line}`);
  await ensureVSCode(log);
  await ensureVSCodeWeb(log);
  await ensureChromium(log);
  const home = tempDir('daemonscope-web-');
  const extensionsDir = path.join(home, 'extensions');
  await installExtension(await packExtension(log), { userDataDir: path.join(home, 'data'), extensionsDir });
  const unpacked = fs.readdirSync(extensionsDir).find(name => name.startsWith('daemonscope.'));
  if (unpacked === undefined) throw new Error('the extension was not unpacked');
  const { folder } = copyExamples(home, { git: false });
  const server = await startVSCodeWeb({ extension: path.join(extensionsDir, unpacked), folder });
  const browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'en-US', colorScheme: 'dark' });
  await context.route(
    url => !/(^|\.)localhost$/.test(url.hostname),
    route => route.abort(),
  );
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url.slice(0, -1) });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.locator('.monaco-workbench .explorer-folders-view').waitFor();
  const stop = async (): Promise<void> => {
    await browser.close();
    server.stop();
    fs.rmSync(home, { recursive: true, force: true });
  };
  return { window: windowOf(page, context, folder), stop };
}
