import type { Page } from 'playwright-core';
import { openPanel } from '../../scripts/panel/openPanel.mjs';
import { benchSubject } from '../../scripts/panel/pictures.mjs';
import { servePanel } from '../../scripts/panel/servePanel.mjs';
import { ensureChromium, launchBrowser } from '../../scripts/vscode-host/chromium.mjs';
import { type Row, report, row } from './kit/measure.ts';
import { heapProbe } from './kit/panelHeap.ts';

/**
 * Ten minutes of playing and editing, as quick as the browser can: as many frames as ten minutes have, each painted, and an edit every two seconds
 * of them, with faults, other nodes and other tabs in between. Other lengths: `PANEL_MINUTES=1 npm run bench -- panelTenMinutes`.
 */
const minutes = Number(process.env.PANEL_MINUTES ?? '10');
const framesASecond = 60;
const framesAnEdit = 2 * framesASecond;
/** What grows to its size in the first minute is no growth. */
const firstMinute = 60 * framesASecond;

async function measure(): Promise<readonly Row[]> {
  await ensureChromium(console.error);
  const server = await servePanel();
  const browser = await launchBrowser();
  try {
    const panel = await openPanel(browser, server.url, { width: 860, height: 1200, before: ownClock });
    const heap = await heapProbe(panel.page);
    await panel.tell({ type: 'subject', subject: await benchSubject(37) });
    await panel.page.waitForSelector('[data-testid="what-if"][aria-busy="false"]', { state: 'attached' });
    await play(panel.page, firstMinute);
    const before = await heap();
    await play(panel.page, minutes * 60 * framesASecond);
    const after = await heap();
    const name = `${minutes} minutes`;
    return [
      row(`${name}: growth of the page's heap (from ${before.page.toFixed(1)} MB)`, after.page - before.page, 'MB', 1),
      row(`${name}: growth of the workers' heaps (from ${before.workers.toFixed(1)} MB)`, after.workers - before.workers, 'MB', 1),
      row(`${name}: more elements (than ${before.elements})`, after.elements - before.elements, '', 50),
      row(`${name}: more listeners (than ${before.listeners})`, after.listeners - before.listeners, '', 20),
      row(`${name}: complaints on the console`, panel.complaints.length, '', 0),
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

async function play(page: Page, frames: number): Promise<void> {
  await page.evaluate(playAndEdit, { frames, framesAnEdit });
  await page.waitForSelector('[data-testid="what-if"][aria-busy="false"]', { state: 'attached' });
}

/** In the page: frames come when they are asked for, and now and then by themselves. */
function ownClock(): void {
  const page = globalThis as any;
  let due: ((now: number) => void)[] = [];
  let now = 0;
  page.requestAnimationFrame = (work: (now: number) => void): number => due.push(work);
  page.paintNow = () => {
    const work = due;
    due = [];
    now += 1000 / 60;
    for (const one of work) one(now);
  };
  setInterval(page.paintNow, 50);
  window.addEventListener('message', ({ data }) => {
    if (data.type === 'subject') page.lastSubject = { ...data.subject, cluster: 'same' };
  });
}

/** In the page: a frame is over as soon as it has been painted, and counts as a sixtieth of a second. */
async function playAndEdit({ frames, framesAnEdit }: { readonly frames: number; readonly framesAnEdit: number }): Promise<void> {
  const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();
  const picture = (): string => document.querySelector('[data-testid="picture"]')?.getAttribute('data-run') ?? '';
  const turns = new MessageChannel();
  const turn = (): Promise<void> =>
    new Promise(resolve => {
      turns.port1.onmessage = () => resolve();
      turns.port2.postMessage(null);
    });
  const page = globalThis as any;
  for (let frame = 0; frame < frames; frame++) {
    const chart = document.querySelector('[data-testid="chart"]');
    const end = Number(chart?.getAttribute('aria-valuemax'));
    chart?.dispatchEvent(new CustomEvent('scrub', { detail: Math.round((end * (frame % 300)) / 300) }));
    page.paintNow();
    await turn();
    if (frame % framesAnEdit !== 0) continue;
    const number = frame / framesAnEdit;
    const before = picture();
    if (number % 5 === 1) press('[data-testid="action-cordon"], [data-testid="action-uncordon"]');
    else if (number % 5 === 4) press('[data-testid="tab-faults"]');
    else {
      const subject = structuredClone(page.lastSubject);
      subject.manifest.spec.template.spec.containers[0].env = [{ name: 'testenv', value: `value${number}` }];
      window.postMessage({ type: 'subject', subject }, '*');
    }
    press(`[data-testid="tab-${['pods', 'events', 'describe', 'daemonsets'][number % 4]}"]`);
    if (number % 20 === 19) {
      press('[data-testid="tab-faults"]');
      page.paintNow();
      press('[data-testid="action-clear"]');
    }
    // An edit is over when its picture is there.
    for (let turns = 0; picture() === before && number % 5 !== 4 && turns < 200; turns++) {
      page.paintNow();
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }
}

report(await measure());
