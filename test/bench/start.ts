import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { packedFile } from '../../scripts/vscode-host/extension.mjs';
import { root } from '../../scripts/vscode-host/paths.mjs';
import { openSession } from '../e2e/session.ts';
import { changing, panelOf, part } from '../kit/vscode/panel.ts';
import type { Window } from '../kit/vscode/window.ts';
import { focusEditor, openFile, replaceText, runCommand } from '../kit/vscode/workbench.ts';
import { median, type Row, report, row } from './kit/measure.ts';

/** What a person waits for in a real VS Code. "Fresh clone → URL" is not measured here: it needs a machine with nothing installed. */
async function measure(): Promise<readonly Row[]> {
  const url = median([await timeToUrl(), await timeToUrl(), await timeToUrl()]);
  const session = await openSession();
  try {
    const window = await session.open({ viewport: { width: 1600, height: 1000 } });
    await openFile(window, 'tutorial/fluentd-elasticsearch.yaml');
    const opening = performance.now();
    await runCommand(window, 'Daemonscope: Simulate Rollout');
    await part(window, 'picture').waitFor();
    const opened = performance.now() - opening;
    const edits = await timesOfEdits(window);
    return [
      row('npm start, tools installed → URL', url / 1000, 's', 10),
      row('activation, as VS Code counts it', await activation(window), 'ms', 50),
      row('command → first picture in the panel', opened, 'ms', 3_000),
      row('subject in the panel → repainted, 5 nodes', median(edits.map(edit => edit.repaint)), 'ms', 33),
      row('keystroke → repainted, 5 nodes', median(edits.map(edit => edit.whole)), 'ms', 150),
      row('packed extension', fs.statSync(packedFile()).size / 1024, 'KB', 1536),
    ];
  } finally {
    await session.close();
  }
}

/** Starts `npm start` as it is, waits for the URL, and ends it. */
function timeToUrl(): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(process.execPath, [path.join(root, 'scripts', 'start.mjs')], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    let took = Number.NaN;
    child.stdout.setEncoding('utf8').on('data', text => {
      printed += text;
      if (!Number.isNaN(took) || !printed.includes('http://')) return;
      took = performance.now() - begun;
      child.kill('SIGINT');
    });
    child.once('exit', () => (Number.isNaN(took) ? reject(new Error(`no URL:\n${printed}`)) : resolve(took)));
  });
}

/**
 * What "Running Extensions" says of ours, in milliseconds: the loading of its code and the call of `activate`. VS Code wakes all who wait for one event
 * in one go and counts for each from that moment on, so that the figure holds the loading of all that come before: an extension that waits for JSON, as
 * VS Code itself opens with every window, is told the sum of JSON's, npm's and TypeScript's too.
 */
async function activation(window: Window): Promise<number> {
  const { page } = window;
  // The list holds the rows that can be seen, the slowest first.
  await page.setViewportSize({ width: 1600, height: 3_000 });
  await runCommand(window, 'Developer: Show Running Extensions');
  const row = page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Daemonscope' }).first();
  await row.waitFor();
  const text = await row.locator('.activation-time').innerText();
  const found = /(\d+)\s*ms/.exec(text);
  if (found === null) throw new Error(`no activation time in ${text}`);
  return Number(found[1]);
}

interface EditTimes {
  /** From the arrival of the new manifest in the panel until the frame with its picture. */
  readonly repaint: number;
  /** From the keystroke until that frame. */
  readonly whole: number;
}

async function timesOfEdits(window: Window): Promise<readonly EditTimes[]> {
  await panelOf(window).locator('body').evaluate(watchRepaints);
  await changing(window, () => replaceText(window, 'value: value', 'value: v'));
  await focusEditor(window);
  const times: EditTimes[] = [];
  for (const key of '0123456789') {
    const pressed = Date.now();
    await changing(window, () => window.page.keyboard.press(key));
    const seen = await panelOf(window)
      .locator('body')
      .evaluate(async () => {
        const { measured } = globalThis as unknown as { measured: { arrived: number; painted: Promise<number> } };
        return { arrived: measured.arrived, painted: await measured.painted };
      });
    times.push({ repaint: seen.painted - seen.arrived, whole: seen.painted - pressed });
  }
  return times;
}

/** Runs in the panel: notes when a manifest arrives and when the frame with its picture has been painted, in milliseconds of the wall clock. */
function watchRepaints(): void {
  const measured = { arrived: 0, painted: Promise.resolve(0) };
  Object.assign(globalThis, { measured });
  const now = (): number => performance.timeOrigin + performance.now();
  globalThis.addEventListener('message', event => {
    if (event.data?.type === 'subject') measured.arrived = now();
  });
  new MutationObserver(changes => {
    if (!changes.some(change => change.attributeName === 'data-run')) return;
    measured.painted = new Promise(resolve => requestAnimationFrame(() => setTimeout(() => resolve(now()), 0)));
  }).observe(document.body, { attributes: true, subtree: true, attributeFilter: ['data-run'] });
}

report(await measure());
