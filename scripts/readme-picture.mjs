// Takes media/panel.png, the picture in README and on the marketplace page: a real VS Code with the panel beside an edited manifest.
// `node scripts/readme-picture.mjs` on Linux x64; look at it before you commit it.
import fs from 'node:fs';
import path from 'node:path';
import { fewColours } from './fewColours.mjs';
import { ensureChromium, launchBrowser } from './vscode-host/chromium.mjs';
import { buildExtension, linkExtension } from './vscode-host/extension.mjs';
import { root } from './vscode-host/paths.mjs';
import { startServer } from './vscode-host/server.mjs';
import { ensureVSCode } from './vscode-host/vscode.mjs';
import { openWorkbench } from './vscode-host/workbench.mjs';
import { copyExamples, tempDir } from './vscode-host/workspace.mjs';

const settings = {
  'workbench.colorTheme': 'Dark Modern',
  'window.autoDetectColorScheme': false,
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'workbench.activityBar.location': 'hidden',
};

await ensureVSCode(console.log);
await ensureChromium(console.log);
await buildExtension();
const home = tempDir('daemonscope-picture-');
const dirs = { userDataDir: path.join(home, 'data'), extensionsDir: path.join(home, 'extensions') };
linkExtension(dirs.extensionsDir);
const server = await startServer({ ...dirs, settings });
const browser = await launchBrowser();
try {
  const { folder } = copyExamples(home);
  const file = path.join(folder, 'node-exporter', 'node-exporter.yaml');
  const { page } = await openWorkbench(browser, server, { folder, file, viewport: { width: 1600, height: 1000 } });
  page.setDefaultTimeout(60_000);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  await page.keyboard.press('Control+B');
  const panel = await simulate(page);
  await widen(page, 250);
  await edit(page, 43, '3');
  await panel.getByText('→').first().waitFor();
  await panel.locator('[data-testid="what-if"][aria-busy="false"]').waitFor({ state: 'attached' });
  await playhead(page, panel);
  fs.writeFileSync(path.join(root, 'media', 'panel.png'), fewColours(await page.screenshot()));
} finally {
  await browser.close();
  await server.stop();
  fs.rmSync(home, { recursive: true, force: true });
}

/** Opens the panel from the command palette. */
async function simulate(page) {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget input');
  await input.fill('>Daemonscope: Simulate Rollout');
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: 'Simulate Rollout' }).first().waitFor();
  await page.keyboard.press('Enter');
  const panel = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await panel.locator('[data-testid="picture"]').waitFor();
  return panel;
}

/** Gives the panel more room, by the line between it and the editor. */
async function widen(page, by) {
  const box = await page.locator('.editor-group-container').nth(1).boundingBox();
  await page.mouse.move(box.x, box.y + 400);
  await page.mouse.down();
  await page.mouse.move(box.x - by, box.y + 400, { steps: 5 });
  await page.mouse.up();
}

/** Replaces the last character of a line. */
async function edit(page, line, text) {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+G');
  await page.locator('.quick-input-widget input').waitFor();
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
  for (const key of ['End', 'Backspace', text, 'Home']) await page.keyboard.press(key);
}

/** Puts the playhead into the middle of the rollout, and gives the keyboard back to the editor. */
async function playhead(page, panel) {
  await panel.locator('[data-testid="name"]').click();
  for (let i = 0; i < 11; i++) await page.keyboard.press('.');
  await page.keyboard.press('Control+1');
  await page.mouse.move(5, 5);
}
