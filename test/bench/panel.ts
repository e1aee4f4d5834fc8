import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import type { Browser } from 'playwright-core';
import { openPanel } from '../../scripts/panel/openPanel.mjs';
import { benchSubject } from '../../scripts/panel/pictures.mjs';
import { servePanel } from '../../scripts/panel/servePanel.mjs';
import { ensureChromium, launchBrowser } from '../../scripts/vscode-host/chromium.mjs';
import { root } from '../../scripts/vscode-host/paths.mjs';
import { type Row, report, row } from './kit/measure.ts';
import { heapProbe } from './kit/panelHeap.ts';

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
  const heap = await heapProbe(panel.page);
  const settled = (): Promise<unknown> =>
    panel.page.waitForSelector('[data-testid="what-if"][aria-busy="false"]', { state: 'attached', timeout: 600_000 });
  const [opening = Number.NaN] = await panel.page.evaluate(editAndWait, { subject, first: 0, times: 1, pause: 0 });
  await settled();
  const onWire = { ...subject, cluster: 'same' };
  const times = nodes > 5_000 ? 3 : 20;
  const edits = [
    ...(await panel.page.evaluate(editAndWait, { subject: onWire, first: 1, times, pause: 0 })),
    ...(await panel.page.evaluate(editAndWait, { subject: onWire, first: 1 + times, times, pause: typing })),
  ];
  await settled();
  const frames = await panel.page.evaluate(scrub, 120);
  const { page, workers } = await heap();
  await panel.close();
  edits.sort((a, b) => a - b);
  const p95 = edits[Math.ceil(edits.length * 0.95) - 1] ?? 0;
  const fps = (1000 * frames.length) / frames.reduce((sum, frame) => sum + frame, 0);
  const name = `${nodes} nodes`;
  return [
    row(`${name}: page's first script → first paint`, paint, 'ms', 400),
    row(`${name}: first manifest → painted, nothing compiled yet`, opening, 'ms', Number.POSITIVE_INFINITY),
    row(
      `${name}: edit → repainted, p95 (median ${(edits[edits.length >> 1] ?? 0).toFixed(0)})`,
      p95,
      'ms',
      nodes <= 5 ? 50 : nodes <= 1_000 ? 100 : nodes <= 5_000 ? 200 : Number.POSITIVE_INFINITY,
    ),
    row(`${name}: frames a second while scrubbing`, fps, 'fps', nodes <= 5_000 ? 50 : 30, false),
    row(`${name}: heap of the page, and of its workers ${workers.toFixed(0)} MB; together`, page + workers, 'MB', 150),
  ];
}

/** So long a person pauses between keystrokes, in milliseconds: long enough for what is worked out in the background to begin. */
const typing = 400;

interface Edits {
  readonly subject: any;
  readonly first: number;
  readonly times: number;
  readonly pause: number;
}

/** In the page: posts edit after edit as the extension would, and takes the time until the picture of each has been painted. */
async function editAndWait({ subject, first, times, pause }: Edits): Promise<number[]> {
  const spans: number[] = [];
  for (let i = first; i < first + times; i++) {
    const manifest = structuredClone(subject.manifest);
    manifest.spec.template.spec.containers[0].env = [{ name: 'testenv', value: `value${i}` }];
    const before = performance.now();
    window.postMessage({ type: 'subject', subject: { ...subject, manifest, version: i + 2 } }, '*');
    await new Promise(resolve => {
      const look = (): void => {
        const text = document.querySelector('[data-testid="edit"]')?.textContent ?? '';
        if (text.includes(`value${i}`)) requestAnimationFrame(() => setTimeout(resolve));
        else requestAnimationFrame(look);
      };
      look();
    });
    spans.push(performance.now() - before);
    if (pause > 0) await new Promise(resolve => setTimeout(resolve, pause));
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

function packed(files: readonly string[]): number {
  return files.reduce((sum, file) => sum + zlib.gzipSync(fs.readFileSync(path.join(root, 'dist', file))).length, 0) / 1024;
}

report(await measure());
