import { clusterReceiver } from '../../core/protocol/clusterOnce.ts';
import { createEngine } from './simulation/engine.ts';
import type { WorkerAnswer } from './simulation/messages.ts';
import type { Later } from './simulation/work.ts';

/** The simulation's worker: joins the engine to the page. */
function main(): void {
  const post = (answer: WorkerAnswer): void => globalThis.postMessage(answer, { transfer: transferable(answer) });
  const engine = createEngine(post, createTurns(), work => void setTimeout(work, moment));
  const complete = clusterReceiver();
  globalThis.addEventListener('message', event => {
    const request = event.data;
    engine.take(request.type === 'run' ? { ...request, scenario: complete(request.scenario) } : request);
  });
}

/** So long nobody has typed when other strategies are looked at: a keystroke must not wait for them. */
const moment = 150;

/** Work in turns with the page's messages. A message channel wakes up at once, a timer only after some milliseconds. */
function createTurns(): Later {
  const queue: (() => void)[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = (): void => queue.shift()?.();
  return work => {
    queue.push(work);
    channel.port2.postMessage(null);
  };
}

/** The arrays of a picture change hands without a copy. */
function transferable(answer: WorkerAnswer): Transferable[] {
  if ((answer.type !== 'picture' && answer.type !== 'compared') || answer.picture === null) return [];
  const { lanes, series, changes, syncs } = answer.picture;
  const { at, counts, targeted, without, pending } = series;
  return [lanes.offsets, lanes.at, lanes.code, at, counts, targeted, without, pending, changes, syncs].map(array => array.buffer);
}

main();
