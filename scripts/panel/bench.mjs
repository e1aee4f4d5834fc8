// How quick the panel is, in a headless browser: `node scripts/panel/bench.mjs [NODES…]`. Figures are printed, not judged.
import { ensureChromium, launchBrowser } from '../vscode-host/chromium.mjs';
import { openPanel } from './openPanel.mjs';
import { benchSubject } from './pictures.mjs';
import { servePanel } from './servePanel.mjs';

await ensureChromium(console.log);
const server = await servePanel();
const browser = await launchBrowser();
try {
  for (const nodes of process.argv.length > 2 ? process.argv.slice(2).map(Number) : [5, 1_000, 5_000, 50_000]) await measure(nodes);
} finally {
  await browser.close();
  server.close();
}

/** @param {number} nodes */
async function measure(nodes) {
  const subject = await benchSubject(nodes);
  const panel = await openPanel(browser, server.url, { width: 860, height: 1200 });
  const first = await panel.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
  const edits = await panel.page.evaluate(editAndWait, { subject, times: nodes > 5_000 ? 3 : 12 });
  await panel.page.waitForSelector('[data-testid="what-if"][aria-busy="false"]', { state: 'attached', timeout: 300_000 });
  const frames = await panel.page.evaluate(scrub, 120);
  const heap = await heapOf(panel.page);
  edits.sort((a, b) => a - b);
  const quantile = (/** @type {number} */ share) => (edits[Math.ceil(edits.length * share) - 1] ?? 0).toFixed(0);
  const fps = 1000 / (frames.reduce((sum, each) => sum + each, 0) / frames.length);
  const columns = [
    `first paint ${first.toFixed(0)} ms`,
    `edit → painted p50 ${quantile(0.5)} p95 ${quantile(0.95)} ms`,
    `scrubbing ${fps.toFixed(0)} fps`,
    `heap ${heap} MB`,
  ];
  console.log(`${String(nodes).padStart(6)} nodes: ${columns.join(', ')}`, ...panel.complaints);
  await panel.close();
}

/** In the page: posts edit after edit as the extension would, and takes the time until the picture of each has been painted. */
async function editAndWait(/** @type {{ subject: any, times: number }} */ { subject, times }) {
  const spans = [];
  for (let i = 0; i < times; i++) {
    const manifest = structuredClone(subject.manifest);
    manifest.spec.template.spec.containers[0].env = [{ name: 'testenv', value: `value${i}` }];
    const before = performance.now();
    window.postMessage(
      { type: 'subject', subject: { ...subject, manifest, version: i + 2, cluster: i === 0 ? subject.cluster : 'same' } },
      '*',
    );
    await new Promise(resolve => {
      const look = () => {
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

/** In the page: moves the playhead once a frame, and takes the time of each frame. @param {number} steps */
async function scrub(steps) {
  const chart = document.querySelector('[data-testid="chart"]');
  const end = Number(chart?.getAttribute('aria-valuemax'));
  const spans = [];
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

/** Of the page and its worker together, after a collection. @param {import('playwright-core').Page} page */
async function heapOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return Math.round(usedSize / 1_048_576);
}
