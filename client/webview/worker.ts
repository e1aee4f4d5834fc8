import { clusterReceiver, clusterSender } from '../../core/protocol/clusterOnce.ts';
import { createBackground } from './simulation/background.ts';
import type { BackgroundRequest, Rollout } from './simulation/backgroundMessages.ts';
import { createEngine } from './simulation/engine.ts';
import { isLarge } from './simulation/largeCluster.ts';
import type { WorkerAnswer } from './simulation/messages.ts';
import type { Later } from './simulation/work.ts';
import type { WorkerRole } from './workerRole.ts';

/** One script for both of the panel's workers; the first message says which of the two it is, and brings the port between them. */
function main(): void {
  const begin = ({ data }: MessageEvent<WorkerRole>): void => {
    globalThis.removeEventListener('message', begin);
    if (data.role === 'foreground') simulate(data.port);
    else thinkFurther(data.port);
  };
  globalThis.addEventListener('message', begin);
}

/** What one waits for: the page's requests. */
function simulate(other: MessagePort): void {
  const onWire = clusterSender();
  // A large cluster is sent anew each time: the other worker does not keep it while it rests.
  const packed = (rollout: Rollout): unknown => (isLarge(rollout.nodes) ? rollout : { ...rollout, scenario: onWire(rollout.scenario) });
  const engine = createEngine({
    post,
    background: request => other.postMessage('rollout' in request ? { ...request, rollout: packed(request.rollout) } : request),
    later: createTurns(),
    atLeisure: work => void setTimeout(work, moment),
  });
  const complete = clusterReceiver();
  globalThis.addEventListener('message', ({ data }) => {
    engine.take(data.type === 'run' ? { ...data, scenario: complete(data.scenario) } : data);
  });
}

/** What one does not wait for: the other worker's requests. */
function thinkFurther(other: MessagePort): void {
  const background = createBackground(post, createTurns());
  const complete = clusterReceiver();
  other.onmessage = ({ data }): void => {
    const mayBeSame = 'rollout' in data && !isLarge(data.rollout.nodes);
    const request: BackgroundRequest = mayBeSame
      ? { ...data, rollout: { ...data.rollout, scenario: complete(data.rollout.scenario) } }
      : data;
    background.take(request);
  };
}

/** So long nobody has typed when other strategies are looked at: most keystrokes are followed by another one. */
const moment = 300;

/** Work in turns with other messages. A message channel wakes up at once, a timer only after some milliseconds. */
function createTurns(): Later {
  const queue: (() => void)[] = [];
  const channel = new MessageChannel();
  channel.port1.onmessage = (): void => queue.shift()?.();
  return work => {
    queue.push(work);
    channel.port2.postMessage(null);
  };
}

function post(answer: WorkerAnswer): void {
  globalThis.postMessage(answer, { transfer: transferable(answer) });
}

/** The arrays of a picture change hands without a copy. */
function transferable(answer: WorkerAnswer): Transferable[] {
  if ((answer.type !== 'picture' && answer.type !== 'compared') || answer.picture === null) return [];
  const { lanes, series, changes, syncs } = answer.picture;
  const { at, counts, targeted, without, pending } = series;
  return [lanes.offsets, lanes.at, lanes.code, at, counts, targeted, without, pending, changes, syncs].map(array => array.buffer);
}

main();
