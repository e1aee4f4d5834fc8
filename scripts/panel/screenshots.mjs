// Takes pictures of the panel in its states, themes and widths: `node scripts/panel/screenshots.mjs [--out FOLDER] [--docs] [NAME…]`. Look at them.
// --docs: those of docs/panel, four themes and two widths, for people to see.
import fs from 'node:fs';
import path from 'node:path';
import { fewColours } from '../fewColours.mjs';
import { ensureChromium, launchBrowser } from '../vscode-host/chromium.mjs';
import { root } from '../vscode-host/paths.mjs';
import { openPanel } from './openPanel.mjs';
import { benchSubject, pictures, uri } from './pictures.mjs';
import { servePanel } from './servePanel.mjs';

const args = process.argv.slice(2);
const folderAt = args.indexOf('--out');
const folder = path.resolve(
  folderAt < 0
    ? args.includes('--docs')
      ? path.join(root, 'docs', 'panel')
      : path.join(root, 'out', 'screenshots', 'panel')
    : (args.splice(folderAt, 2)[1] ?? '.'),
);

const forDocs = args.includes('--docs');
if (forDocs) args.splice(args.indexOf('--docs'), 1);
/** @typedef {readonly [state: string, theme: import('./themes.mjs').ThemeName, width: number]} Shot */
/** @type {readonly Shot[]} */
const docShots = [
  ...['dark', 'light', 'contrast', 'contrastLight'].flatMap(theme => [
    /** @type {Shot} */ (['stall', theme, 860]),
    /** @type {Shot} */ (['stall', theme, 420]),
  ]),
  ['compare', 'dark', 1200],
  ['tutorial', 'light', 860],
  ['large', 'dark', 860],
  ['nodes-50000', 'light', 860],
];

/** @type {readonly Shot[]} */
const allShots = [
  ['tutorial', 'dark', 860],
  ['tutorial', 'light', 420],
  ['tutorial', 'light', 320],
  ['firstApply', 'light', 860],
  ['onDelete', 'light', 860],
  ['stall', 'dark', 860],
  ['stall', 'light', 860],
  ['stall', 'dark', 420],
  ['stall', 'contrast', 860],
  ['stall', 'contrastLight', 860],
  ['compare', 'dark', 1200],
  ['compare', 'light', 420],
  ['invalid', 'dark', 860],
  ['large', 'dark', 860],
  ['large', 'light', 320],
  ['nodes-1000', 'dark', 860],
  ['nodes-50000', 'dark', 860],
  ['other', 'dark', 860],
  ['noNodes', 'light', 420],
  ['nowhere', 'light', 860],
];

fs.mkdirSync(folder, { recursive: true });
await ensureChromium(console.log);
const server = await servePanel();
const browser = await launchBrowser();
const states = await pictures();
try {
  for (const [name, theme, width] of forDocs ? docShots : allShots) {
    const title = `${name}-${theme}-${width}`;
    if (args.length > 0 && !args.some(arg => title.includes(arg))) continue;
    await take(title, await stateOf(name), theme, width);
  }
} finally {
  await browser.close();
  server.close();
}

/** A state by its name; `nodes-1000`: a rollout over so many. @param {string} name */
async function stateOf(name) {
  const count = /^nodes-(\d+)$/.exec(name)?.[1];
  return count === undefined
    ? states[name]
    : { subject: await benchSubject(Number(count), 'fluentd:v2.6.0'), kept: { uri, index: 0, wanted: 60_000 } };
}

/** @param {string} title @param {import('./pictures.mjs').PanelPicture | undefined} state @param {import('./themes.mjs').ThemeName} theme @param {number} width */
async function take(title, state, theme, width) {
  const panel = await openPanel(browser, server.url, { theme, width, height: 900, kept: state?.kept });
  await panel.tell({ type: 'subject', subject: state?.subject });
  await panel.page.waitForSelector('[data-testid="picture"]');
  await panel.page.waitForSelector('[data-testid="what-if"][aria-busy="false"]', { state: 'attached', timeout: 300_000 });
  if (state?.compared !== undefined) {
    await panel.page.locator('[data-testid="compare"]').nth(state.compared).click();
    await panel.page.waitForSelector('[data-testid="compared-chart"]');
    await panel.page.mouse.move(1, 1);
  }
  if (state?.problem !== undefined) await panel.tell({ type: 'problem', problem: state.problem });
  // As high as its content: a full-page picture would be taken before canvases are painted again.
  const height = await panel.page.evaluate(() => document.documentElement.scrollHeight);
  await panel.page.setViewportSize({ width, height });
  await panel.settled();
  const picture = await panel.page.screenshot();
  fs.writeFileSync(path.join(folder, `${title}.png`), forDocs ? fewColours(picture) : picture);
  console.log(title, ...panel.complaints);
  await panel.close();
}
