import { clusterSender } from '../../core/protocol/clusterOnce.ts';
import type { WorkerAnswer, WorkerRequest } from './simulation/messages.ts';

/** The worker as the panel knows it: requests in, answers through the callback. */
export interface SimulationWorker {
  send(request: WorkerRequest): void;
}

/**
 * Starts the simulation's worker. A browser refuses a worker straight from a webview's address: its script is fetched and started
 * from a Blob. Requests made before it runs wait. `failed` is called when it cannot start or dies.
 */
export function startWorker(
  address: string,
  answered: (answer: WorkerAnswer) => void,
  failed: (message: string) => void,
): SimulationWorker {
  const waiting: unknown[] = [];
  const onWire = clusterSender();
  let worker: Worker | null = null;
  const begin = (script: Blob): void => {
    const url = URL.createObjectURL(script);
    worker = new Worker(url, { name: 'daemonscope-simulation' });
    worker.addEventListener('message', event => answered(event.data));
    worker.addEventListener('error', event => failed(event.message));
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
