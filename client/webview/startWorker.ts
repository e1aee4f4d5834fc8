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
  const waiting: WorkerRequest[] = [];
  let worker: Worker | null = null;
  const begin = (script: Blob): void => {
    const url = URL.createObjectURL(script);
    worker = new Worker(url, { name: 'daemonscope-simulation' });
    worker.addEventListener('message', event => answered(event.data));
    worker.addEventListener('error', event => failed(event.message));
    for (const request of waiting.splice(0)) worker.postMessage(request);
  };
  fetchScript(address).then(begin, (error: unknown) => failed(String(error)));
  return { send: request => (worker === null ? waiting.push(request) : worker.postMessage(request)) };
}

async function fetchScript(address: string): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`The simulation's script answers ${response.status}.`);
  return new Blob([await response.text()], { type: 'text/javascript' });
}
