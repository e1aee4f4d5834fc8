import type { Steps } from '../analysis/steps.ts';
import type { ServerHost } from './host.ts';

/** Does work step by step, each behind the messages that have come in meanwhile. */
export async function inSlices<T>(host: ServerHost, steps: Steps<T>): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise<void>(go => host.defer(go));
  }
}
