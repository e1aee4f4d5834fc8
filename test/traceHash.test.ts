import assert from 'node:assert/strict';
import path from 'node:path';
import { readScenario } from '../cli/input/readScenario.ts';
import { readOptions } from '../cli/simulate/options.ts';
import { simulateRollout } from '../cli/simulate/simulateRollout.ts';
import { createEngine } from '../client/webview/simulation/engine.ts';
import type { WorkerAnswer } from '../client/webview/simulation/messages.ts';
import { simulate } from '../core/simulation/run.ts';
import type { Scenario } from '../core/simulation/scenario.ts';
import { traceHash } from '../core/simulation/timeline.ts';

const root = String((globalThis as { PROJECT_ROOT?: string }).PROJECT_ROOT);

/** A scenario determines everything: whoever runs it comes to the same trace. (test/panel compares a real browser's worker.) */
describe('the trace of a scenario', () => {
  for (const name of ['not-ready-node', 'surge-and-leaving-nodes', 'dies-without-its-backend']) {
    it(`is the same in Node, on the command line and in the panel's worker: ${name}`, () => {
      const file = path.join(root, 'examples/scenarios', `${name}.yaml`);
      const { scenario } = readScenario(file).file;
      const simulated = simulate(scenario);
      assert.ok(simulated.ok);
      const hash = traceHash(simulated.timeline);
      assert.match(hash, /^[0-9a-f]{16}$/);
      assert.equal(hashOfCommand(file), hash);
      assert.equal(hashOfWorker(scenario), hash);
    });
  }
});

function hashOfCommand(scenario: string): string {
  const out: string[] = [];
  const options = readOptions({ scenario, output: 'json', whatIf: false });
  simulateRollout(options, { write: text => out.push(text) }, { write: () => undefined });
  return String((JSON.parse(out.join('')) as { traceHash: unknown }).traceHash);
}

/** The scenario goes to the worker as a message does: copied. */
function hashOfWorker(scenario: Scenario): string {
  const answers: WorkerAnswer[] = [];
  const turns: (() => void)[] = [];
  const later = (work: () => void): void => void turns.push(work);
  const engine = createEngine({ post: answer => answers.push(answer), later, atLeisure: later, background: () => undefined });
  engine.take({ type: 'run', run: 1, scenario: structuredClone(scenario), daemonSet: { namespace: '', name: '' }, edited: null });
  for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) turn();
  return answers.flatMap(answer => (answer.type === 'hash' ? [answer.hash] : []))[0] ?? JSON.stringify(answers);
}
