import { clusterReceiver } from '../../core/protocol/clusterOnce.ts';
import { createEngine } from './simulation/engine.ts';
import type { WorkerAnswer } from './simulation/messages.ts';

/** The simulation's worker: joins the engine to the page. */
function main(): void {
  const post = (answer: WorkerAnswer): void => globalThis.postMessage(answer, { transfer: transferable(answer) });
  // A message channel wakes up at once, a timer only after some milliseconds; both let the page's messages in first.
  const channel = new MessageChannel();
  let next: () => void = () => {};
  channel.port1.onmessage = (): void => next();
  const later = (work: () => void): void => {
    next = work;
    channel.port2.postMessage(null);
  };
  const engine = createEngine(post, later);
  const complete = clusterReceiver();
  globalThis.addEventListener('message', event => {
    const request = event.data;
    engine.take(request.type === 'run' ? { ...request, scenario: complete(request.scenario) } : request);
  });
}

/** The arrays of a picture change hands without a copy. */
function transferable(answer: WorkerAnswer): Transferable[] {
  if (answer.type !== 'picture') return [];
  const { lanes, series, changes, syncs } = answer.picture;
  const { at, counts, targeted, without, pending } = series;
  return [lanes.offsets, lanes.at, lanes.code, at, counts, targeted, without, pending, changes, syncs].map(array => array.buffer);
}

main();
