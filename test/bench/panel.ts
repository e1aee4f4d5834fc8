import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { openPanel } from '../../scripts/panel/openPanel.mjs';
import { benchSubject } from '../../scripts/panel/pictures.mjs';
import { servePanel } from '../../scripts/panel/servePanel.mjs';
import { ensureChromium, launchBrowser } from '../../scripts/vscode-host/chromium.mjs';
import { root } from '../../scripts/vscode-host/paths.mjs';
import { type Row, report, row } from './kit/measure.ts';

/** How quick the panel is in a headless browser, dist/ as it is built. Other sizes: `PANEL_NODES=50000 npm run bench -- panel`. */
async function measure(): Promise<readonly Row[]> {
  await ensureChromium(console.error);
  const server = await servePanel();
  const browser = await launchBrowser();
  const sizes = (process.env.PANEL_NODES ?? '5,1000,5000').split(',').map(Number);
  const rows: Row[] = [];
  try {
    for (const nodes of sizes) rows.push(...(await measurePanel(browser, server.url, nodes)));
  } finally {
    await browser.close();
    server.close();
  }
  return [...rows, row('panel script, worker and styles, gzipped', packed(['panel.js', 'panel-worker.js', 'panel.css']), 'KB', 250)];
}

async function measurePanel(browser: Browser, url: string, nodes: number): Promise<readonly Row[]> {
  const subject = await benchSubject(nodes);
  const panel = await openPanel(browser, url, { width: 860, height: 1200 });
  await panel.page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  const paint = await panel.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN);
  const edits = await panel.page.evaluate(editAndWait, { subject, times: nodes > 5_000 ? 3 : 20 });
  await panel.page.waitForSelector('[data-testid="what-if"][aria-busy="false"]', { state: 'attached', timeout: 300_000 });
  const frames = await panel.page.evaluate(scrub, 120);
  const heap = await heapOf(panel.page);
  await panel.close();
  edits.sort((a, b) => a - b);
  const p95 = edits[Math.ceil(edits.length * 0.95) - 1] ?? 0;
  const fps = (1000 * frames.length) / frames.reduce((sum, frame) => sum + frame, 0);
  const name = `${nodes} nodes`;
  return [
    row(`${name}: page's first script → first paint`, paint, 'ms', 400),
    row(
      `${name}: edit → repainted, p95 (median ${(edits[edits.length >> 1] ?? 0).toFixed(0)})`,
      p95,
      'ms',
      nodes <= 5 ? 50 : nodes <= 1_000 ? 100 : 200,
    ),
    row(`${name}: frames a second while scrubbing`, fps, 'fps', nodes <= 5_000 ? 50 : 30, false),
    row(`${name}: heap of the page`, heap, 'MB', 150),
  ];
}

/** In the page: posts edit after edit as the extension would, and takes the time until the picture of each has been painted. */
async function editAndWait({ subject, times }: { readonly subject: any; readonly times: number }): Promise<number[]> {
  const spans: number[] = [];
  for (let i = 0; i < times; i++) {
    const manifest = structuredClone(subject.manifest);
    manifest.spec.template.spec.containers[0].env = [{ name: 'testenv', value: `value${i}` }];
    const cluster = i === 0 ? subject.cluster : 'same';
    const before = performance.now();
    window.postMessage({ type: 'subject', subject: { ...subject, manifest, version: i + 2, cluster } }, '*');
    await new Promise(resolve => {
      const look = (): void => {
        const text = document.querySelector('[data-testid="edit"]')?.textContent ?? '';
        if (text.includes(`value${i}`)) requestAnimationFrame(() => setTimeout(resolve));
        else requestAnimationFrame(look);
      };
      look();
    });
    spans.push(performance.now() - before);
  }
  return spans;
}

/** In the page: moves the playhead once a frame, and takes the time of each frame. */
async function scrub(steps: number): Promise<number[]> {
  const chart = document.querySelector('[data-testid="chart"]');
  const end = Number(chart?.getAttribute('aria-valuemax'));
  const spans: number[] = [];
  let before = performance.now();
  for (let i = 0; i < steps; i++) {
    chart?.dispatchEvent(new CustomEvent('scrub', { detail: Math.round((end * i) / steps) }));
    await new Promise(resolve => requestAnimationFrame(resolve));
    const now = performance.now();
    spans.push(now - before);
    before = now;
  }
  return spans;
}

async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / 1_048_576;
}

function packed(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + zlib.gzipSync(fs.readFileSync(path.join(root, 'dist', file))).length, 0) / 1024;
}

report(await measure());
