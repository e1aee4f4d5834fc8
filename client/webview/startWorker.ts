import { clusterSender } from '../../core/protocol/clusterOnce.ts';
import type { WorkerAnswer, WorkerRequest } from './simulation/messages.ts';
import type { WorkerRole } from './workerRole.ts';

/** The worker as the panel knows it: requests in, answers through the callback. */
export interface SimulationWorker {
  send(request: WorkerRequest): void;
}

/**
 * Starts the two workers of the simulation: one that is asked, and one behind it for what may take its time; both answer. A browser refuses a worker
 * straight from a webview's address: their script is fetched and started from a Blob. Requests made before they run wait. `failed` is called when
 * one cannot start or dies.
 */
export function startWorker(
  address: string,
  answered: (answer: WorkerAnswer) => void,
  failed: (message: string) => void,
): SimulationWorker {
  const waiting: unknown[] = [];
  const onWire = clusterSender();
  let worker: Worker | null = null;
  const startOne = (url: string, { role, port }: WorkerRole): Worker => {
    const started = new Worker(url, { name: `daemonscope-${role}` });
    started.addEventListener('message', event => answered(event.data));
    started.addEventListener('error', event => failed(event.message));
    started.postMessage({ role, port } satisfies WorkerRole, [port]);
    return started;
  };
  const begin = (script: Blob): void => {
    const url = URL.createObjectURL(script);
    const between = new MessageChannel();
    worker = startOne(url, { role: 'foreground', port: between.port1 });
    startOne(url, { role: 'background', port: between.port2 });
    for (const request of waiting.splice(0)) worker.postMessage(request);
  };
  fetchScript(address).then(begin, (error: unknown) => failed(String(error)));
  return {
    send: request => {
      const message = request.type === 'run' ? { ...request, scenario: onWire(request.scenario) } : request;
      if (worker === null) waiting.push(message);
      else worker.postMessage(message);
    },
  };
}

async function fetchScript(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The simulation's script answers ${response.status}.`);
  return new Blob([await response.text()], { type: 'text/javascript' });
}
