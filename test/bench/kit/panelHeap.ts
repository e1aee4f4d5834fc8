import type { CDPSession, Page } from 'playwright-core';

/** What a page and its workers keep after a garbage collection, in MB, and how much else the page holds. */
export interface PanelHeap {
  readonly page: number;
  readonly workers: number;
  readonly elements: number;
  readonly listeners: number;
}

/** Measures the heaps of a page. One probe a page: it stays attached to the workers. */
export async function heapProbe(page: Page): Promise<() => Promise<PanelHeap>> {
  const session = await page.context().newCDPSession(page);
  const workers = await attachWorkers(session);
  await session.send('Performance.enable');
  return async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const sizes = await Promise.all(
      workers().map(async send => {
        await send('HeapProfiler.collectGarbage');
        return (await send('Runtime.getHeapUsage')).usedSize ?? 0;
      }),
    );
    const { metrics } = await session.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find(one => one.name === name)?.value ?? 0;
    const workersSize = sizes.reduce((sum, size) => sum + size, 0);
    return { page: usedSize / megabyte, workers: workersSize / megabyte, elements: metric('Nodes'), listeners: metric('JSEventListeners') };
  };
}

const megabyte = 1_048_576;

type Send = (method: string) => Promise<{ readonly usedSize?: number }>;

/** Talks to the workers of a page through the page's own session. */
async function attachWorkers(session: CDPSession): Promise<() => readonly Send[]> {
  const sessions = new Set<string>();
  const waiting = new Map<number, (result: { readonly usedSize?: number }) => void>();
  let number = 0;
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => void (targetInfo.type === 'worker' && sessions.add(sessionId)));
  session.on('Target.detachedFromTarget', ({ sessionId }) => void sessions.delete(sessionId));
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  return () =>
    [...sessions].map(sessionId => method => {
      number += 1;
      const id = number;
      const answered = new Promise<{ readonly usedSize?: number }>(resolve => waiting.set(id, resolve));
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
      return answered;
    });
}
